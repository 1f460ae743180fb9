"""Protect: from delivered figures to figures that may be published, and the proof that they may."""

from zicht.protect.certificate import certificate_files
from zicht.protect.judge import Certificate, Verdict, cases, judge
from zicht.protect.protection import Pattern, Protected, protect
from zicht.protect.substitute import with_chance, with_witnesses

__all__ = [
    "Certificate",
    "Pattern",
    "Protected",
    "Verdict",
    "cases",
    "certificate_files",
    "judge",
    "protect",
    "with_chance",
    "with_witnesses",
]
