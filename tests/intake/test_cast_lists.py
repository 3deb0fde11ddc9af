"""Names out of cast lists that were cut at links."""

import pytest

from filmgraph.intake.cast_lists import cast_names


@pytest.mark.parametrize(
    ("entries", "names"),
    [
        (
            ["Ann Lee", ".", "and", "(", "[a]", "&", "...", "with", "Max Roe"],
            ["Ann Lee", "Max Roe"],
        ),
        (["Ann Lee", "Max Roe", "Sr.", "Ora Pike"], ["Ann Lee", "Max Roe Sr.", "Ora Pike"]),
        (["Max Roe", "III", "Ann Lee"], ["Max Roe III", "Ann Lee"]),
        (["Sr."], []),
        (
            ["Max Roe, Jr.", "Cuba  Roe Jr", "Ann Lee, III"],
            ["Max Roe Jr.", "Cuba Roe Jr.", "Ann Lee III"],
        ),
        (["Ann Lee (actress)", "Ann Lee", "Ann Lee[2]", "Ann Lee]]"], ["Ann Lee"]),
        (["(screenwriters)", "Ann Lee"], ["Ann Lee"]),
        (["Ora Pike", "Joe Poe (writer)", "Ann Lee"], ["Ann Lee"]),
        (["Ora Pike", "(Director", "Screenplay)", "Ann Lee"], ["Ann Lee"]),
        (["Ann Lee", "(", "Best Actress", "nominee)", "Max Roe"], ["Ann Lee", "Max Roe"]),
        (["stand-up comedy", "of", "Ann Lee"], []),
        (["Our Gang", "kids"], []),
        (
            ["Ann Lee", "Max Roe", "Ora Pike", "various children in", "A Show"],
            ["Ann Lee", "Max Roe", "Ora Pike"],
        ),
        (["will.i.am", "muMs da Schemer", "50 Cent"], ["will.i.am", "muMs da Schemer", "50 Cent"]),
        (["and Ann Lee", "Cast:", "Dir.: Max Roe", "Unknown"], ["Ann Lee"]),
        (["七人", "אבי כהן", "Ni'ño O’Roe"], ["七人", "אבי כהן", "Ni'ño O’Roe"]),
        ([], []),
        (["", " ", "\n"], []),
    ],
)
def test_persons_are_kept_and_junk_is_not(entries: list[str], names: list[str]) -> None:
    assert [one.name for one in cast_names(entries)] == names


def test_voices_are_those_after_the_word_or_all() -> None:
    after = cast_names(["Ann Lee", "voices of", "Max Roe"])
    assert [(one.name, one.is_voice) for one in after] == [("Ann Lee", False), ("Max Roe", True)]
    assert all(one.is_voice for one in cast_names(["Ann Lee", "Max Roe", "(voices)"]))


def test_a_narrator_is_a_role() -> None:
    assert cast_names(["Ann Lee (narrator)"])[0].role == "narrator"
