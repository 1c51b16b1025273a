"""The same file in a bucket: a server that speaks S3, by the settings that an installation gives."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from django.db import transaction
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from eloket.bestanden.models import Bestand
from eloket.bestanden.services import (
    BestandNotFound,
    delete_bestand,
    open_bestand,
    purge_orphans,
    read_bestand,
    store_bestand,
    store_stream,
)
from eloket.lib import klok

pytestmark = pytest.mark.django_db

INHOUD = b"%PDF-1.7 Noor de Wit verhuist"
BUCKET, REGION = "rietwaard", "eu-west-1"
LARGE = 12 * 1024 * 1024  # goes up in more than one part
TELL = "import json; from eloket import settings; print(json.dumps(settings.STORAGES['bestanden']))"


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    """A server, and a client that looks in its buckets."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    patch = pytest.MonkeyPatch()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        patch.setenv(name, "proef")
    patch.setenv("AWS_DEFAULT_REGION", REGION)
    host, port = server.get_host_and_port()
    client = boto3.client("s3", endpoint_url=f"http://{host}:{port}")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    yield client
    patch.undo()
    server.stop()


@pytest.fixture(scope="module")
def instelling(s3: Any) -> Any:
    """STORAGES["bestanden"] of an installation that names a bucket."""
    env = {**os.environ, "ELOKET_S3_BUCKET": BUCKET, "ELOKET_S3_ENDPOINT": s3.meta.endpoint_url}
    made = subprocess.run([sys.executable, "-c", TELL], env=env, capture_output=True, text=True, check=True)
    return json.loads(made.stdout)


@pytest.fixture(autouse=True)
def _emmer(s3: Any, instelling: Any, settings: Settings) -> Iterator[None]:
    """Files go to the bucket, which is empty when a test begins."""
    settings.STORAGES = {**settings.STORAGES, "bestanden": instelling}
    yield
    for name in keys(s3):
        s3.delete_object(Bucket=BUCKET, Key=name)


def keys(s3: Any) -> list[str]:
    return [each["Key"] for each in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


def store() -> str:
    return store_bestand(inhoud=INHOUD, naam="kopie Noor.pdf", mimetype="application/pdf", now=klok.now())


def test_what_was_stored_is_read_back_and_stands_there_unreadable(s3: Any) -> None:
    id_ = store()
    assert read_bestand(id_).inhoud == INHOUD
    (name,) = keys(s3)
    assert "Noor" not in name
    assert b"Noor" not in s3.get_object(Bucket=BUCKET, Key=name)["Body"].read()


def test_a_large_file_goes_up_and_comes_back_in_pieces() -> None:
    piece = os.urandom(1024 * 1024)
    chunks = [piece] * (LARGE // len(piece))
    id_ = store_stream(chunks=chunks, naam="tekening.pdf", mimetype="application/pdf", now=klok.now())
    assert b"".join(open_bestand(id_)) == b"".join(chunks)


def test_a_file_goes_after_the_commit(s3: Any, django_capture_on_commit_callbacks: Any) -> None:
    id_ = store()
    with django_capture_on_commit_callbacks(execute=True):
        delete_bestand(id_)
        assert keys(s3)
    assert not keys(s3)


def test_a_row_without_bytes_is_not_found(s3: Any) -> None:
    id_ = store()
    s3.delete_object(Bucket=BUCKET, Key=keys(s3)[0])
    with pytest.raises(BestandNotFound):
        read_bestand(id_)


def test_bytes_that_lost_their_row_are_swept_after_a_day() -> None:
    kept = store()
    with transaction.atomic():
        store()
        transaction.set_rollback(True)
    assert purge_orphans(now=klok.now()) == 0
    assert purge_orphans(now=klok.now() + timedelta(days=2)) == 1
    assert read_bestand(kept).inhoud == INHOUD


def test_a_bucket_that_is_gone_is_told_to_whoever_stores(instelling: Any, settings: Settings) -> None:
    """And no row points at what is not there."""
    gone = {**instelling, "OPTIONS": {**instelling["OPTIONS"], "bucket_name": "weg"}}
    settings.STORAGES = {**settings.STORAGES, "bestanden": gone}
    with pytest.raises(ClientError, match="NoSuchBucket"):
        store()
    assert not Bestand.objects.exists()
