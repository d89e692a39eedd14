"""What a run ran on."""
import pathlib
import platform
import subprocess


def said(*command):
    """The first line of what a command says; nothing where there is none."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return (done.stdout or done.stderr).splitlines()[0].strip()


def model():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def rows(contexts):
    """Name and value, of the machine and of what the measuring programs said of themselves."""
    context = contexts[0] if contexts else {}
    cores = context.get("num_cpus", "?")
    caches = ", ".join(f"L{cache['level']} {cache['type'].lower()} {cache['size'] // 1024:,} KiB"
                       for cache in context.get("caches", []))
    found = {
        "machine": f"{model()}, {cores} cores, {caches}",
        "system": f"{platform.system()} {platform.release()}, {platform.freedesktop_os_release()['PRETTY_NAME']}",
        "compiler": f"{context.get('compiler', '?')}, `{context.get('flags', '?')}`",
        "widest vectors": context.get("widest vectors"),
        "clang": said("clang++-19", "--version"),
        "simdjson": said("pkg-config", "--modversion", "simdjson"),
        "Google Benchmark": said("dpkg-query", "-W", "-f", "${Version}", "libbenchmark-dev"),
        "Node": said("node", "--version"),
        "Python": platform.python_version(),
        "Rust": said("rustc", "--version"),
        "Go": said("go", "version"),
        "load when it began": ", ".join(f"{load:.2f}" for load in context.get("load_avg", [])),
        "date": context.get("date", "?")[:10],
    }
    return [(name, value) for name, value in found.items() if value]
