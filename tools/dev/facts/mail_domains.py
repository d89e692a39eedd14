"""The domains of mail providers in stdlib/library/std_email.lq."""

import ast
import re

from facts.library import replace_made
from facts.packages import a_label

LICENCE = "MIT, both."
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


def domains(texts):
    found = set()
    for text in texts:
        try:
            found.add(a_label(text))
        except UnicodeError:
            print(f"  not a domain: {text}")
    return {domain for domain in found if DOMAIN.fullmatch(domain)}


def blocklist(package):
    """The set that the package's module holds, read and not run."""
    tree = ast.parse((package.folder / "disposable_email_domains" / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "blocklist":
            return ast.literal_eval(node.value)
    raise LookupError("the package has no blocklist")


def make(packages):
    free = packages.npm("free-email-domains")
    throwaway = packages.pypi("disposable-email-domains")
    disposable = domains(blocklist(throwaway))
    free_mail = domains(free.json("domains.json")) - disposable
    quoted = [[f'"{domain}"' for domain in sorted(some)] for some in (free_mail, disposable)]
    replace_made("std_email", f"{free.title}; {throwaway.title}", LICENCE, [
        ("free_mail_domains", "Domains under which anybody gets a mailbox for nothing (gmail.com, web.de), and so no sign of "
         "a company; those for a moment are in `disposable_domains`.", quoted[0]),
        ("disposable_domains", "Domains that give away mailboxes for a moment, to get round a form.", quoted[1]),
    ])
