"""The desk finds the stick that was plugged in, and never takes its own disk for one."""

from pathlib import Path

import pytest

from filingdesk.handoff.stick import sticks

DISKS = {
    # name: (place in the kernel's tree, removable, partitions)
    "sda": ("pci0000:00/ata1/block/sda", "0", ("sda1", "sda2")),
    "sdb": ("pci0000:00/usb1/1-2/block/sdb", "1", ("sdb1",)),
    "sdc": ("pci0000:00/usb2/2-1/block/sdc", "0", ("sdc1",)),
    "sr0": ("pci0000:00/ata2/block/sr0", "1", ()),
    "mmcblk0": ("pci0000:00/mmc0/block/mmcblk0", "0", ("mmcblk0p1",)),
    "dm-0": ("virtual/block/dm-0", "0", ()),
}


@pytest.fixture
def blocks(tmp_path: Path) -> Path:
    """The kernel's /sys/class/block with these disks."""
    folder = tmp_path / "block"
    folder.mkdir()
    for name, (place, removable, partitions) in DISKS.items():
        disk = tmp_path / "devices" / place
        disk.mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n")
        (folder / name).symlink_to(disk)
        for each in partitions:
            (disk / each).mkdir()
            (disk / each / "partition").write_text("1\n")
            (folder / each).symlink_to(disk / each)
    return folder


def found(tmp_path: Path, blocks: Path, *lines: str) -> list[str]:
    mounts = tmp_path / "mounts"
    mounts.write_text("".join(f"{line} rw,nosuid,nodev 0 0\n" for line in lines))
    return [str(each) for each in sticks(mounts, blocks)]


HOUSE = (
    "/dev/sda1 / ext4",
    "/dev/sda2 /boot/efi vfat",
    "proc /proc proc",
    "tmpfs /run tmpfs",
    "nas:/share /srv/share nfs4",
)


def test_without_a_stick_nothing_is_found(tmp_path: Path, blocks: Path) -> None:
    assert found(tmp_path, blocks, *HOUSE) == []


def test_a_stick_that_is_pulled_out_while_one_looks_is_no_fault(
    tmp_path: Path, blocks: Path
) -> None:
    """What the kernel tells of a device that is gone cannot be read any more."""
    flag = blocks / "mmcblk0" / "removable"
    flag.unlink()
    flag.mkdir()
    assert found(tmp_path, blocks, *HOUSE, "/dev/mmcblk0p1 /mnt/card vfat") == []


def test_a_stick_is_found_wherever_it_was_mounted(tmp_path: Path, blocks: Path) -> None:
    for place in ("/media/clerk/KINGSTON", "/run/media/clerk/KINGSTON", "/mnt/stick"):
        assert found(tmp_path, blocks, *HOUSE, f"/dev/sdb1 {place} vfat") == [place]


def test_a_stick_with_a_chinese_name_and_a_space_is_found(tmp_path: Path, blocks: Path) -> None:
    line = "/dev/sdb1 /media/clerk/我的\\040U盘 exfat"
    assert found(tmp_path, blocks, *HOUSE, line) == ["/media/clerk/我的 U盘"]


def test_a_stick_without_partitions_a_disk_in_a_case_a_card_and_a_locked_one_are_found(
    tmp_path: Path, blocks: Path
) -> None:
    lines = (
        "/dev/sdb /mnt/whole vfat",
        "/dev/sdc1 /mnt/case fuseblk",
        "/dev/mmcblk0p1 /media/clerk/card exfat",
        "/dev/dm-0 /run/media/clerk/secret ext4",
    )
    assert found(tmp_path, blocks, *HOUSE, *lines) == [
        "/media/clerk/card",
        "/mnt/case",
        "/mnt/whole",
        "/run/media/clerk/secret",
    ]


def test_discs_images_other_disks_and_shares_are_no_sticks(tmp_path: Path, blocks: Path) -> None:
    lines = (
        "/dev/sr0 /media/clerk/CD iso9660",
        "/dev/loop7 /media/clerk/image squashfs",
        "/dev/mmcblk0p1 /home ext4",
        "//server/share /media/clerk/share cifs",
        "tmpfs /media/clerk/memory tmpfs",
    )
    assert found(tmp_path, blocks, *HOUSE, *lines) == []


def test_a_kiosk_that_runs_from_a_stick_does_not_offer_its_own(
    tmp_path: Path, blocks: Path
) -> None:
    lines = ("/dev/sdb1 / ext4", "/dev/sdb1 /media/live ext4", "/dev/sdc1 /media/clerk/B vfat")
    assert found(tmp_path, blocks, *lines) == ["/media/clerk/B"]


def test_a_live_system_does_not_offer_the_stick_that_it_was_started_from(
    tmp_path: Path, blocks: Path
) -> None:
    lines = (
        "overlay / overlay",
        "/dev/sdb1 /run/live/medium vfat",
        "/dev/sdb2 /mnt/rest ext4",
        "/dev/sdc1 /media/clerk/B vfat",
    )
    (blocks / "sdb2").symlink_to((blocks / "sdb1").resolve())
    assert found(tmp_path, blocks, *lines) == ["/media/clerk/B"]


def test_a_name_that_is_no_utf_8_hides_no_stick(tmp_path: Path, blocks: Path) -> None:
    """The kernel writes a mount's name in whatever bytes it was given, such as GBK."""
    mounts = tmp_path / "mounts"
    other = "/dev/sdb1 /mnt/我的U盘 vfat rw 0 0\n".encode("gbk")
    mounts.write_bytes(other + b"/dev/sdc1 /media/clerk/B\x0c vfat rw 0 0\n")
    assert len(sticks(mounts, blocks)) == 2


def test_one_stick_mounted_twice_in_a_place_is_one(tmp_path: Path, blocks: Path) -> None:
    line = "/dev/sdb1 /media/clerk/A vfat"
    assert found(tmp_path, blocks, line, line) == ["/media/clerk/A"]


def test_this_machine_answers_too() -> None:
    assert all(each.is_dir() for each in sticks())
