# SPDX-License-Identifier: EUPL-1.2
"""Counts what holds and names what does not."""


class Checks:
    """What held and what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = []

    def that(self, holds, name, *seen):
        """Notes one check. `seen` says what was there instead."""
        if holds:
            self.passed += 1
        else:
            self.failed.append(name)
            print(f"not so: {name}", *[str(it)[:600] for it in seen], sep="\n    ")
        return bool(holds)

    def close(self):
        """Prints the counts; answers the exit code."""
        print(f"{self.passed} passed, {len(self.failed)} failed")
        return 1 if self.failed else 0
