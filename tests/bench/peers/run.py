"""Installs every peer by its own package manager into a build folder, and measures it.

A peer is a folder here with the manifest of its kind. One that cannot be installed or fails is
reported as skipped, with the reason.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

from translate import translate

HERE = pathlib.Path(__file__).parent
SIZES = (12, 100, 1000, 10_000)


class Skipped(Exception):
    """Why a peer has no figures."""


def run(command, folder, seconds, **environment):
    try:
        done = subprocess.run(command, cwd=folder, timeout=seconds, text=True, check=False,
                              capture_output=True, env={**os.environ, **environment})
    except FileNotFoundError:
        raise Skipped(f"`{command[0]}` is not installed") from None
    except subprocess.TimeoutExpired:
        raise Skipped(f"took longer than {seconds} seconds") from None
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        telling = [line for line in said if "rror" in line] or said or ["no message"]
        raise Skipped(telling[-1].strip()[:200])
    return done.stdout


def install_npm(folder):
    run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], folder, 300)
    return ["node", "--stack-size=8000", "peer.mjs"], {}


def install_python(folder):
    run(["python3", "-m", "venv", "--clear", "venv"], folder, 120)
    run(["venv/bin/python", "-m", "pip", "install", "--quiet", "-r", "requirements.txt"], folder, 300)
    return ["venv/bin/python", "peer.py"], {"PYTHONPATH": "../common"}


def install_cargo(folder):
    run(["cargo", "build", "--release", "--quiet"], folder, 900)
    return ["target/release/peer"], {}


def install_go(folder):
    shutil.copy(folder.parent / "common" / "measure.go", folder)
    run(["go", "mod", "tidy"], folder, 600)
    run(["go", "build", "-o", "peer", "."], folder, 600)
    return ["./peer"], {}


KINDS = {"package.json": install_npm, "requirements.txt": install_python,
         "Cargo.toml": install_cargo, "go.mod": install_go}


def peers():
    """Name, and the function that installs it."""
    for folder in sorted(HERE.iterdir()):
        for manifest, install in KINDS.items():
            if (folder / manifest).exists():
                yield folder.name, install


def measure(name, install, build, inputs, seconds):
    shutil.copytree(HERE / name, build / name, dirs_exist_ok=True)
    try:
        command, environment = install(build / name)
    except Skipped as why:
        return [{"peer": name, "skipped": f"not installed: {why}"}]
    results = []
    for size in SIZES:
        result = {"peer": name, "rules": size}
        try:
            line = run([*command, str(inputs / str(size)), str(seconds)], build / name,
                       60 + 20 * seconds, **environment)
            result.update(json.loads(line))
        except Skipped as why:
            result["skipped"] = str(why)
        results.append(result)
        print(f"  {name}, {size} rules: "
              + (result.get("skipped") or f"{result['ns']:,.0f} ns, {result['equal']} equal"),
              flush=True)
    return results


def main(inputs, build, out, seconds, chosen):
    inputs, build = pathlib.Path(inputs).resolve(), pathlib.Path(build).resolve()
    for size in SIZES:
        translate(inputs / str(size))
    build.mkdir(parents=True, exist_ok=True)
    shutil.copytree(HERE / "common", build / "common", dirs_exist_ok=True)
    results = []
    for name, install in peers():
        if not chosen or name in chosen:
            results += measure(name, install, build, inputs, float(seconds))
    pathlib.Path(out).write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit("usage: run.py INPUTS BUILD RESULTS.json SECONDS [PEER…]")
    main(*sys.argv[1:5], sys.argv[5:])
