"""email-validator on international addresses, without asking the DNS."""
from pathlib import Path
from typing import List

from email_validator import EmailNotValidError, validate_email


def inputs(folder: Path) -> List[str]:
    return (folder / "international.txt").read_text(encoding="utf-8").splitlines()


def found(address: str) -> int:
    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return 1
    return 0


def violations(addresses: List[str]) -> int:
    return sum(map(found, addresses))
