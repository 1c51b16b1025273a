"""Where the bytes of an upload go while the request comes in."""

from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, Any

import structlog
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

log = structlog.get_logger()


class NaamloosUploadHandler(FileUploadHandler):
    """Writes to a file without a name: whatever happens to this process, nothing readable stays on the disk.

    Counts for itself over the whole request, whatever was promised in a header. A full disk does not cost the
    visitor the rest of the form: that file is marked `mislukt`.
    """

    chunk_size = 64 * 1024
    request_bytes = 0
    spool: IO[bytes] | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.spool = self._open()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.request_bytes += len(raw_data)
        if self.request_bytes > settings.ELOKET_VERZOEK_MAX_BYTES:
            self.upload_interrupted()
            raise StopUpload(connection_reset=True)
        if self.spool is None:
            return
        try:
            self.spool.write(raw_data)
        except OSError as error:
            self._fail(error)

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        spool = self.spool or BytesIO()
        spool.seek(0)
        upload = UploadedFile(
            spool,
            self.file_name,
            self.content_type,
            file_size if self.spool else 0,
            self.charset,
            self.content_type_extra,
        )
        upload.mislukt = self.spool is None  # type: ignore[attr-defined]
        return upload

    def upload_interrupted(self) -> None:
        if self.spool:
            self.spool.close()

    def _open(self) -> IO[bytes] | None:
        try:
            return TemporaryFile()
        except OSError as error:
            self._fail(error)
            return None

    def _fail(self, error: OSError) -> None:
        log.error("upload_niet_bewaard", error=type(error).__name__)
        if self.spool:
            self.spool.close()
        self.spool = None
