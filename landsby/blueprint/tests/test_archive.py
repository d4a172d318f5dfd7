"""A blueprint in a zip file is read with care, and what is wrong with it is told as for a folder."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from landsby.blueprint import BlueprintError, Fault
from landsby.blueprint.archive import MOST_BYTES, MOST_FILES, archive_of, files_in, load_archive
from landsby.blueprint.tests.garden import SOUND


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Files as somebody packs them."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(ZipInfo(path), content, ZIP_DEFLATED)
    return written.getvalue()


def refused(content: bytes) -> list[Fault]:
    with pytest.raises(BlueprintError) as refusal:
        load_archive(content, "garden.zip")
    return list(refusal.value.faults)


@pytest.mark.parametrize("below", ["", "garden/", "sent/to/us/", "garden\\"])
def test_a_blueprint_is_found_wherever_it_lies(sound, below):
    assert load_archive(zipped({f"{below}{path}": content for path, content in SOUND.items()}), "garden.zip") == sound


def test_what_is_packed_is_read_again(sound):
    packed = archive_of(SOUND, "garden")
    assert load_archive(packed, "garden.zip") == sound
    assert archive_of(SOUND, "garden") == packed, "the same files make the same zip file"


def test_notes_and_what_systems_add_are_passed_by(sound):
    added = {"garden/README.md": "Hello", "garden/.DS_Store": "\0", "__MACOSX/garden/._blueprint.yaml": "\0"}
    packed = zipped({**{f"garden/{path}": content for path, content in SOUND.items()}, **added})
    assert load_archive(packed, "garden.zip") == sound


def test_all_faults_are_told_by_file_and_line():
    spoilt = {**SOUND, "goals/mud.yaml": "id: mud\ncolour: brown\n", "weather/rain.yaml": "id: rain\n"}
    faults = refused(zipped({f"garden/{path}": content for path, content in spoilt.items()}))
    assert {(fault.file, fault.line, fault.field) for fault in faults} == {
        *(("goals/mud.yaml", 1, name) for name in ("title", "origin", "source")),
        ("goals/mud.yaml", 2, "colour"),
        ("weather", None, ""),
    }


def test_a_file_beside_the_blueprint_is_told():
    [fault] = refused(zipped({"goals/stray.yaml": "id: stray\n", **{f"garden/{p}": c for p, c in SOUND.items()}}))
    assert (fault.file, "outside" in fault.message.en, "garden" in fault.cure.da) == ("goals/stray.yaml", True, True)


HARM = {
    "no zip file": (b"hello", "garden.zip", "zip file"),
    "a zip file that broke off": (archive_of(SOUND, "garden")[:-30], "garden.zip", "zip file"),
    "a zip file with a broken middle": (
        archive_of(SOUND, "garden").replace(b"PK\x03\x04", b"PK\x03\x05", 2),
        "garden.zip",
        "zip file",
    ),
    "nothing": (b"", "garden.zip", "zip file"),
    "too large": (b"x" * (MOST_BYTES + 1), "garden.zip", "5 MB"),
    "too many files": (zipped({f"goals/g{n}.yaml": "" for n in range(MOST_FILES + 1)}), "garden.zip", "3000 files"),
    "a bomb": (zipped({f"goals/g{n}.yaml": b"0" * 1024**2 for n in range(21)}), "garden.zip", "20 MB"),
    "no blueprint": (zipped({"goals/mud.yaml": SOUND["goals/mud.yaml"]}), "garden.zip", "no blueprint.yaml"),
    "two blueprints": (zipped({"a/blueprint.yaml": "", "b/blueprint.yaml": ""}), "garden.zip", "a, b"),
    "a way up": (zipped({"../blueprint.yaml": ""}), "../blueprint.yaml", "cannot be the name"),
    "a way from the top": (zipped({"/etc/blueprint.yaml": ""}), "/etc/blueprint.yaml", "cannot be the name"),
    "a drive": (zipped({"C:\\blueprint.yaml": ""}), "C:/blueprint.yaml", "cannot be the name"),
    "a name that turns around": (zipped({"a\u202eb.yaml": ""}), "a\u202eb.yaml", "cannot be the name"),
}


@pytest.mark.parametrize("case", HARM)
def test_what_could_do_harm_is_refused_with_its_cure(case):
    content, file, words = HARM[case]
    [fault] = refused(content)
    assert (fault.file, fault.line) == (file, None)
    assert words in fault.message.en
    assert fault.cure.da


def test_a_locked_file_is_told():
    packed = bytearray(archive_of({"blueprint.yaml": "id: garden\n"}, "garden"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + place] |= 1
    [fault] = refused(bytes(packed))
    assert (fault.file, "password" in fault.message.en) == ("garden/blueprint.yaml", True)


# Such an archive is what the test is about; zipfile warns while it is made.
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_file_that_lies_there_twice_is_told():
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for _ in range(2):
            archive.writestr("blueprint.yaml", SOUND["blueprint.yaml"])
    assert {(fault.file, "twice" in fault.message.en) for fault in refused(written.getvalue())} == {
        ("blueprint.yaml", True)
    }


def test_a_file_that_says_it_is_smaller_than_it_is_does_no_harm():
    packed = zipped({"blueprint.yaml": "u" * 1_000_000})
    whole, small = (1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert [fault.file for fault in refused(packed.replace(whole, small))] == ["garden.zip"]


def test_a_large_file_is_not_unpacked_whole():
    [manifest] = files_in(zipped({"blueprint.yaml": "u" * 2_000_000}), "garden.zip")
    assert len(manifest.content) < 300_000


def test_a_zip_file_with_a_flipped_byte_is_told_wherever_it_lies():
    sound = archive_of(SOUND, "garden")
    for place in range(0, len(sound), 29):
        damaged = bytearray(sound)
        damaged[place] ^= 0xFF
        with suppress(BlueprintError):
            load_archive(bytes(damaged), "garden.zip")
