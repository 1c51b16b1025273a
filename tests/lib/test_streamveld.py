"""Blocks of a StreamField stay out of migrations."""

from wagtail import blocks

from eloket.lib.streamveld import StreamField


def test_a_migration_does_not_hold_the_blocks() -> None:
    field = StreamField(
        [("kop", blocks.CharBlock(label="Kop"))], verbose_name="inhoud", help_text="Vul in.", blank=True
    )
    _name, path, args, kwargs = field.deconstruct()
    assert (path, args) == ("eloket.lib.streamveld.StreamField", [[]])
    assert kwargs == {"blank": True}


def test_other_blocks_give_the_same_migration() -> None:
    one = StreamField([("kop", blocks.CharBlock())])
    other = StreamField([("tekst", blocks.TextBlock()), ("kop", blocks.CharBlock(max_length=5))])
    assert one.deconstruct()[1:] == other.deconstruct()[1:]
