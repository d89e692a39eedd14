"""Builds the extension module with CMake, from the repository that this folder is a part of.

LQ_BUILD names a build tree that exists; without it one is made.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
KEPT = tempfile.TemporaryDirectory(prefix="lq-python-")
SCRATCH = KEPT.name


def version():
    text = (ROOT / "CMakeLists.txt").read_text()
    return re.search(r"project\(lq VERSION ([0-9.]+)", text).group(1)


class BuildWithCMake(build_py):
    def run(self):
        super().run()
        tree = os.environ.get("LQ_BUILD")
        if tree is None:
            tree = os.path.join(SCRATCH, "tree")
            subprocess.check_call(
                ["cmake", "-S", str(ROOT), "-B", tree, "-G", "Ninja",
                 "-DCMAKE_BUILD_TYPE=Release", "-DLQ_RUNTIME_ONLY=ON"])
        subprocess.check_call(["cmake", "--build", tree, "--target", "lq_python"])
        built = pathlib.Path(tree) / "bindings" / "python" / "lq"
        shutil.copytree(built, pathlib.Path(self.build_lib) / "lq", dirs_exist_ok=True)


class Binary(Distribution):
    def has_ext_modules(self):
        return True


class WheelForEveryPython(bdist_wheel):
    def get_tag(self):
        return ("cp39", "abi3", super().get_tag()[2])

    def egg2dist(self, egginfo_path, distinfo_path):
        super().egg2dist(egginfo_path, distinfo_path)
        # It lies outside of this folder, where setuptools does not look.
        licenses = pathlib.Path(distinfo_path) / "licenses"
        licenses.mkdir(exist_ok=True)
        shutil.copy(ROOT / "LICENSE", licenses)


setup(
    version=version(),
    packages=["lq"],
    package_data={"lq": ["py.typed", "*.pyi"]},
    distclass=Binary,
    cmdclass={"build_py": BuildWithCMake, "bdist_wheel": WheelForEveryPython},
    options={
        "build": {"build_base": os.path.join(SCRATCH, "build")},
        "egg_info": {"egg_base": SCRATCH},
    },
)
