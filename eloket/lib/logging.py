"""Logs: one JSON line an event in production, readable lines in development, and no personal data in either.

Events are snake_case names with keywords (`log.info("opdracht_klaar", opdracht=12)`). As a last net every
line passes `mask`, whatever library wrote it. `LOGGING_CONFIG` names `configure`.
"""

import logging
import logging.config
import re
import traceback
from collections.abc import Mapping
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@(?=[A-Za-z0-9-]+\.)[A-Za-z0-9.-]+")
NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
# A signed key in an address (`Signer`): who has it may do what it is for.
SLEUTEL = re.compile(r"(?<![\w-])[\w-]{22}\.\d{1,9}\.[\w-]{43}(?![\w-])", re.ASCII)
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)

# Loggers of libraries that tell too much at our level.
QUIET = ("django.utils.autoreload", "rq", "rq.worker", "weasyprint", "fontTools", "PIL")


def mask(text: str) -> str:
    """The text with e-mail addresses, signed keys and numbers that could be a BSN blacked out."""
    if "@" in text:
        text = EMAIL.sub("[e-mail]", text)
    if "/" in text:
        text = SLEUTEL.sub("[sleutel]", text)
    return NINE_DIGITS.sub(_mask_number, text)


def configure(options: Mapping[str, Any]) -> None:
    """Set up structlog and the standard library together. `options`: `json` (bool) and `level`."""
    renderer = _json_renderer() if options["json"] else _console_renderer()
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,  # first: a line that is not wanted costs nothing
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"regel": {"()": MaskingFormatter, "processors": renderer}},
            "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "regel"}},
            "root": {"handlers": ["uit"], "level": options["level"]},
            "loggers": {
                "django": {"handlers": [], "level": "INFO", "propagate": True},
                **{name: {"level": "WARNING"} for name in QUIET},
            },
        }
    )


class MaskingFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record, ours or another library's, and masks the whole line."""

    def __init__(self, processors: list[Processor]) -> None:
        super().__init__(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *processors],
            foreign_pre_chain=_shared(),
        )

    def format(self, record: logging.LogRecord) -> str:
        return mask(super().format(record))


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _json_renderer() -> list[Processor]:
    return [_exception_without_text, structlog.processors.JSONRenderer(ensure_ascii=False, default=str)]


def _console_renderer() -> list[Processor]:
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)]


def _exception_without_text(logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
    """Class and places of an exception. Its text stays out: it may hold what somebody filled in."""
    info = event.pop("exc_info", None)
    if info is True or not info:
        return event
    error = info if isinstance(info, BaseException) else info[1]
    if error is None:
        return event
    event["exception"] = f"{type(error).__module__}.{type(error).__qualname__}"
    event["frames"] = [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ][-15:]
    if cause := error.__cause__ or error.__context__:
        event["cause"] = f"{type(cause).__module__}.{type(cause).__qualname__}"
    return event


def _mask_number(match: re.Match[str]) -> str:
    number = match.group()
    passes = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=True)) % 11 == 0
    return "[nummer]" if passes else number
