"""A file that is only compared: its fingerprint is taken while it comes in, and nothing of it is kept."""

import hashlib
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

PDF = b"%PDF-"


class Vingerafdruk(UploadedFile[Any]):
    """What is left of an offered file: nothing to read."""

    sha256 = ""
    is_pdf = False


class VingerafdrukHandler(FileUploadHandler):
    """Memory does not grow with the file, and no disk sees it. Counts for itself over the whole request."""

    chunk_size = 64 * 1024
    request_bytes = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.digest, self.begin = hashlib.sha256(), b""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.request_bytes += len(raw_data)
        if self.request_bytes > settings.ELOKET_VERZOEK_MAX_BYTES:
            raise StopUpload(connection_reset=True)
        self.begin = self.begin or raw_data[: len(PDF)]
        self.digest.update(raw_data)

    def file_complete(self, file_size: int) -> Vingerafdruk:
        left = Vingerafdruk(BytesIO(), self.file_name, self.content_type, file_size)
        left.sha256, left.is_pdf = self.digest.hexdigest(), self.begin == PDF
        return left
