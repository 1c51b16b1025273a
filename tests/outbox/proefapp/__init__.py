"""An app with one handler, installed only in the worker processes that the tests start and kill."""
