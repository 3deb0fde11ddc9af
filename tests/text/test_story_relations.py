"""What people are to each other is said only where the sentence surely says so."""

import pytest
from tests.text.telling import related, story


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ann meets her brother Tom.", ("Tom", "brother of", "Ann")),
        ("Tom, Ann's brother, weeps.", ("Tom", "brother of", "Ann")),
        ("Tom is Ann's brother.", ("Tom", "brother of", "Ann")),
        ("Tom, a friend of Ann, weeps.", ("Tom", "friend of", "Ann")),
        ("Ann meets her abusive Latvian pimp, Yuri.", ("Yuri", "pimp of", "Ann")),
        ("Ann meets her friend and colleague Tom.", ("Tom", "colleague of", "Ann")),
        ("Her landlady wakes Ann.", ("Ann's landlady", "landlady of", "Ann")),
        ("Ann meets her two sons.", ("Ann's sons", "sons of", "Ann")),
        ("Tom marries Ann.", ("Tom", "spouse of", "Ann")),
        ("Tom and Ann fall in love.", ("Ann", "in love with", "Tom")),
        ("Tom falls in love with Ann.", ("Tom", "in love with", "Ann")),
        ("Tom hires Ann.", ("Tom", "employer of", "Ann")),
        ("Ann is hired by Tom.", ("Tom", "employer of", "Ann")),
        ("Tom befriends Ann.", ("Tom", "friend of", "Ann")),
        ("Tom kills Ann.", ("Tom", "killer of", "Ann")),
        ("Tom works for Ann.", ("Tom", "works for", "Ann")),
        ("Tom begins an affair with Ann.", ("Tom", "lover of", "Ann")),
        ("Tom meets spies who are after Ann.", ("spies", "enemy of", "Ann")),
        ("Tom returns with a prostitute.", ("Tom", "client of", "a prostitute")),
        ("Ann flees the threats from Tom.", ("Tom", "threat to", "Ann")),
        ("Tom and Ann meet. Their friendship grows.", ("Ann", "friend of", "Tom")),
        ("Ann tells a therapist of her loss.", ("Ann's therapist", "therapist of", "Ann")),
    ],
)
def test_a_relation_is_found(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in related("Ann walks. Tom walks.", text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom wants to marry Ann.",
        "Tom would kill Ann.",
        "Tom does not love Ann.",
        "Tom never marries Ann.",
        "Tom poses as her husband.",
        "Tom pretends to be Ann's brother.",
        "Eva thinks that Tom killed Ann.",
        "Eva dreams that Tom is Ann's brother.",
        "Tom meets Ann's would-be brother.",
        "Tom almost kills Ann.",
        "Tom tries to kill Ann.",
        "Tom falls for a trick.",
        "Tom runs after Ann leaves.",
        "Tom reads a story of their marriage.",
        "Tom and Bob meet. Their relationship is bad.",
        "Two of Ann's brothers kill Tom.",
        "The film stars Tom as Ann's brother.",
    ],
)
def test_no_relation_is_said_where_it_is_not_sure(text: str) -> None:
    assert related("Ann walks. Tom walks. Bob walks. Eva walks.", text) == set()


def test_whose_relation_it_is_must_be_sure() -> None:
    assert related("Tom hits Bob.", "His brother leaves.") == set()


def test_a_relation_that_an_event_begins_names_the_event() -> None:
    (relation,) = (one for one in story("Tom waits.", "Tom kills Ann.").relations)
    assert (relation.what, relation.since) == ("killer of", "s2")


def test_its_evidence_is_its_sentence() -> None:
    (relation,) = story("Ann walks.", "Ann meets her brother Tom.").relations
    assert [one.quote for one in relation.evidence] == ["Ann meets her brother Tom."]


def test_no_one_is_related_to_themselves() -> None:
    assert related("Ann walks.", "Ann loves herself.", "Ann kills Ann.") == set()
