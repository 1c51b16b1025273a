"""`demo`: the name under which `eloket demo` calls `laad_demo`."""

from eloket.demo.management.commands.laad_demo import Command

__all__ = ["Command"]
