"""`deploy/compose.yaml`, `haproxy.cfg` and `Dockerfile` name each other right, and haproxy takes its file.

Where haproxy is not installed the last of it is said to be unchecked. No image is built.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

DEPLOY = Path(__file__).parents[2] / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
PROXY = (DEPLOY / "haproxy.cfg").read_text("utf-8")
HAPROXY = shutil.which("haproxy")
SERVER = re.compile(r'^ *server (\w+) "\$\{\w+-(\w+):(\d+)\}" cookie (\w+)$', re.MULTILINE)
SERVERS, SCRIPTS = (SERVER.findall(backend) for backend in PROXY.split("\nbackend ")[1:])


@pytest.mark.skipif(not HAPROXY, reason="haproxy is not installed: deploy/haproxy.cfg is unchecked")
def test_haproxy_takes_its_file():
    ran = subprocess.run(
        [HAPROXY, "-c", "-f", str(DEPLOY / "haproxy.cfg")], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.skipif(not HAPROXY, reason="haproxy is not installed")
def test_haproxy_refuses_a_word_that_it_does_not_know(tmp_path):
    wrong = tmp_path / "haproxy.cfg"
    wrong.write_text(PROXY.replace("balance leastconn", "balance leastcon"), encoding="utf-8")
    ran = subprocess.run([HAPROXY, "-c", "-f", str(wrong)], capture_output=True, check=False)
    assert ran.returncode != 0


def test_the_proxys_servers_are_the_replicas_of_compose():
    assert len(SERVERS) == len(COMPOSE["services"]) - 1 >= 2
    assert SERVERS == SCRIPTS
    assert {service for _, service, _, _ in SERVERS} == set(COMPOSE["services"]) - {"proxy"}
    assert COMPOSE["services"]["proxy"]["depends_on"] == [service for _, service, _, _ in SERVERS]


def test_each_replica_has_a_cookie_of_its_own():
    assert [cookie for *_, cookie in SERVERS] == [name for name, *_ in SERVERS]
    assert len({cookie for *_, cookie in SERVERS}) == len(SERVERS)


def test_the_image_listens_where_the_proxy_and_kubernetes_look():
    image = (DEPLOY / "Dockerfile").read_text("utf-8")
    kubernetes = (DEPLOY / "kubernetes.yaml").read_text("utf-8")
    ports = {port for _, _, port, _ in SERVERS} | set(re.findall(r"containerPort: (\d+)", kubernetes))
    assert ports == {re.search(r"^EXPOSE (\d+)$", image, re.MULTILINE)[1]}
    assert ports == {re.search(r"--server\.port=(\d+)", image)[1]}


def test_all_replicas_are_alike_and_have_one_cookie_secret_that_must_be_given():
    replicas = [service for name, service in COMPOSE["services"].items() if name != "proxy"]
    assert all(replica == replicas[0] for replica in replicas)
    assert replicas[0]["environment"]["STREAMLIT_SERVER_COOKIE_SECRET"].startswith("${COOKIE_SECRET:?")


def test_the_paths_of_compose_are_there():
    build = COMPOSE["services"]["one"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).is_file()
    source, target, mode = COMPOSE["services"]["proxy"]["volumes"][0].split(":")
    assert (DEPLOY / source).is_file()
    assert (target, mode) == ("/usr/local/etc/haproxy/haproxy.cfg", "ro")


def test_the_proxy_is_asked_to_drain_and_has_the_time_for_it():
    proxy = COMPOSE["services"]["proxy"]
    drains = int(re.search(r"hard-stop-after (\d+)s", PROXY)[1])
    assert proxy["stop_signal"] == "SIGUSR1"
    assert drains < int(proxy["stop_grace_period"].removesuffix("s"))


def test_the_proxy_is_told_that_the_image_has_the_scripts_compressed():
    (name, value), *_ = COMPOSE["services"]["proxy"]["environment"].items()
    assert f"use_backend scripts if {{ env({name}) {value} }}" in PROXY
    assert "python /tmp/pack.py static/js" in (DEPLOY / "Dockerfile").read_text("utf-8")
