"""Protect: from delivered figures to figures that may be published, and the proof that they may."""

from zicht.protect.cases import cases
from zicht.protect.certificate import certificate_files
from zicht.protect.fingerprint import fingerprint
from zicht.protect.flow import protect_flow
from zicht.protect.job import Job, Shielded
from zicht.protect.judge import Verdict, judge
from zicht.protect.proof import Certificate
from zicht.protect.protection import Pattern, Protected, protect
from zicht.protect.substitute import with_chance, with_witnesses

__all__ = [
    "Certificate",
    "Job",
    "Pattern",
    "Protected",
    "Shielded",
    "Verdict",
    "cases",
    "certificate_files",
    "fingerprint",
    "judge",
    "protect",
    "protect_flow",
    "with_chance",
    "with_witnesses",
]
