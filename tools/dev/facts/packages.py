"""Gets packages through the clients of their registries, and says what they are."""

import json
import pathlib
import re
import subprocess
import tarfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
CACHE = ROOT / "build" / "facts"

# What the tables in the repository were made of.
PINNED = {
    "npm cldr-core": "48.2.0",
    "npm cldr-localenames-full": "48.2.0",
    "npm free-email-domains": "1.12.6",
    "npm libphonenumber-js": "1.13.16",
    "PyPI disposable-email-domains": "0.0.293",
    "PyPI publicsuffixlist": "1.1.2.20261023",
    "PyPI tzdata": "2026.6",
}


class Package:
    """An unpacked package: `folder`, and `title` for the head of a table."""

    def __init__(self, registry, name, version, date, folder):
        self.folder = folder
        self.version = version
        self.title = f"{registry} package {name} {version} of {date}"

    def json(self, path):
        return json.loads((self.folder / path).read_text(encoding="utf-8"))


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True, cwd=CACHE).stdout


class Packages:
    def __init__(self, pinned):
        self.pinned = pinned
        CACHE.mkdir(parents=True, exist_ok=True)

    def wish(self, registry, name):
        return PINNED[f"{registry} {name}"] if self.pinned else ""

    def npm(self, name):
        wish = self.wish("npm", name)
        wanted = f"{name}@{wish}" if wish else name
        file = run("npm", "pack", "--silent", wanted).split()[-1]
        version = re.fullmatch(rf"{re.escape(name)}-(.*)\.tgz", file)[1]
        times = json.loads(run("npm", "view", wanted, "time", "--json"))
        date = times.get(version, "")[:10]
        folder = CACHE / file.removesuffix(".tgz")
        with tarfile.open(CACHE / file) as archive:
            archive.extractall(folder, filter="data")
        return Package("npm", name, version, date, folder / "package")

    def pypi(self, name):
        wish = self.wish("PyPI", name)
        wanted = f"{name}=={wish}" if wish else name
        target = CACHE / name
        run("python3", "-m", "pip", "download", "-q", "--no-deps", "-d", str(target), wanted)
        file = max(target.glob("*.whl"), key=lambda path: path.stat().st_mtime)
        version = file.name.split("-")[1]
        folder = target / version
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)
            date = "-".join(f"{part:02}" for part in max(info.date_time[:3] for info in archive.infolist()))
        # Some wheels are built as of a fixed day; their version ends in the true one.
        if dated := re.search(r"\b(20\d\d)(\d\d)(\d\d)$", version):
            date = "-".join(dated.groups())
        return Package("PyPI", name, version, date, folder)

    def debian(self, name, folder):
        """Debian's packages are installed by its own client; `apt-get install` takes the newest."""
        if not pathlib.Path(folder).is_dir():
            subprocess.run(["apt-get", "install", "-y", "-q", name], check=True)
        version = run("dpkg-query", "-W", "-f", "${Version}", name)
        date = max(time.gmtime(path.stat().st_mtime)[:3] for path in pathlib.Path(folder).iterdir())
        return Package("Debian", name, version, "-".join(f"{part:02}" for part in date), pathlib.Path(folder))


def a_label(domain):
    return ".".join(
        label if label.isascii() else label.encode("idna").decode() for label in domain.strip().lower().split("."))


def write(path, head, lines):
    """A table: what it is, where it comes from, then its rows."""
    target = ROOT / path
    target.write_text("\n".join([f"// {line}" for line in head] + lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines)} lines")


def head(what, package, licence, note=""):
    """`lq doctor` shows the first two lines (tools/cmake/LqFactSources.cmake reads them)."""
    lines = [what, f"Source: {package.title}; made by tools/dev/refresh_facts.", f"Licence: {licence}"]
    return lines + ([note] if note else [])
