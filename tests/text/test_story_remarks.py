"""Sentences of the story, about the story, and about the film."""

import pytest

from filmgraph.text.story.remarks import manner_of


@pytest.mark.parametrize(
    "text",
    [
        "Ann kisses Tom.",
        "Tom is released on bail.",
        "Tom was shot in the leg.",
        "Ann finds a letter written by Tom.",
        "Ann reviews the case.",
        "Ann watches the security footage.",
        "Inspired by the speech, Tom leaves.",
        "Tom directs the police to the barn.",
        "Ann meets a movie star.",
        "Ann writes a script for Tom.",
        "Ann plays the piano.",
        "Ann, played by Lia Orr, leaves.",
        "Tom adapted to the island.",
        "At the premiere of her play, Ann weeps.",
        "Tom sees a film with Ann.",
        "It is cold.",
    ],
)
def test_what_happens_is_of_the_story(text: str) -> None:
    assert manner_of(text) == "story"


@pytest.mark.parametrize(
    "text",
    [
        "The film follows Ann, who leaves.",
        "The plot centers on a nurse.",
        "Set in Lisbon, it tells the story of Ann.",
        "It is about a nurse.",
        "The story of a nurse who leaves.",
    ],
)
def test_what_the_film_tells_of_is_a_description(text: str) -> None:
    assert manner_of(text) in ("description", "story")
    assert manner_of(text) != "film"


@pytest.mark.parametrize(
    "text",
    [
        "It was directed by Ann Lee.",
        "The film was released in 1950.",
        "It was released on May 3 by Columbia Pictures.",
        "It stars Ann Lee and Tom Orr.",
        "Ann Lee plays Eva.",
        "Ann Lee plays a nurse.",
        "Filming took place in Lisbon.",
        "The film was shot in Lisbon.",
        "It is a 1950 American crime film.",
        "It grossed nine dollars.",
        "It received mixed reviews.",
        "It is based on the novel by Ann Lee.",
        "It is an ending that says a lot.",
        "The audience never learns why.",
    ],
)
def test_what_is_about_the_film_is_not_of_the_story(text: str) -> None:
    assert manner_of(text) == "film"
