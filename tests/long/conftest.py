"""The desk, its signers and the judges of tests/conformance, for the long walks too."""

from tests.conformance.conftest import bench, desk, maker

__all__ = ["bench", "desk", "maker"]
