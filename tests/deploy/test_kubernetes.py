"""`deploy/kubernetes.yaml` is what Kubernetes takes, and its parts name each other right. No cluster is asked.

`kubernetes-validate` brings Kubernetes' own schemas along. Traefik's Middleware is not among them.
"""

from pathlib import Path

import pytest
import yaml
from kubernetes_validate import SchemaNotFoundError, ValidationError, validate

DEPLOY = Path(__file__).parents[2] / "deploy"
VERSIONS = ("1.30", "1.34", "1.37")
PORT = 8501
STICKY = "traefik.ingress.kubernetes.io/service.sticky.cookie"
MIDDLEWARES = "traefik.ingress.kubernetes.io/router.middlewares"

MANIFESTS = {each["kind"]: each for each in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8"))}
KUBERNETES_OWN = [kind for kind, each in MANIFESTS.items() if not each["apiVersion"].startswith("traefik.io/")]


def pod():
    return MANIFESTS["Deployment"]["spec"]["template"]


def container():
    (only,) = pod()["spec"]["containers"]
    return only


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", KUBERNETES_OWN)
def test_kubernetes_knows_every_field(kind, version):
    assert validate(MANIFESTS[kind], version, strict=True) == version


def test_a_field_that_kubernetes_does_not_know_is_refused():
    wrong = {**MANIFESTS["Service"], "spec": {**MANIFESTS["Service"]["spec"], "sticky": True}}
    with pytest.raises(ValidationError):
        validate(wrong, VERSIONS[-1], strict=True)


def test_only_the_middleware_is_traefiks_own():
    assert set(MANIFESTS) - set(KUBERNETES_OWN) == {"Middleware"}
    with pytest.raises(SchemaNotFoundError):
        validate(MANIFESTS["Middleware"], VERSIONS[-1], strict=True)
    assert MANIFESTS["Middleware"]["spec"] == {"compress": {}}


def test_the_ingress_leads_to_the_service_and_the_service_to_the_pods():
    (rule,) = MANIFESTS["Ingress"]["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    backend = path["backend"]["service"]
    service = MANIFESTS["Service"]
    (port,) = service["spec"]["ports"]
    assert backend == {"name": service["metadata"]["name"], "port": {"name": port["name"]}}
    assert service["spec"]["selector"].items() <= pod()["metadata"]["labels"].items()
    assert service["spec"]["selector"] == MANIFESTS["Deployment"]["spec"]["selector"]["matchLabels"]
    assert container()["ports"] == [{"name": port["targetPort"], "containerPort": PORT}]


def test_visitors_stick_to_a_replica_and_scripts_travel_compressed():
    assert MANIFESTS["Service"]["metadata"]["annotations"][STICKY] == "true"
    middleware = MANIFESTS["Middleware"]["metadata"]
    named = MANIFESTS["Ingress"]["metadata"]["annotations"][MIDDLEWARES]
    assert named == f"{middleware['namespace']}-{middleware['name']}@kubernetescrd"


def test_all_is_in_one_namespace():
    assert {each["metadata"]["namespace"] for each in MANIFESTS.values()} == {"one-neuron"}


def test_the_autoscaler_alone_says_how_many_replicas_of_one_core_there_are():
    deployment, scaler = MANIFESTS["Deployment"], MANIFESTS["HorizontalPodAutoscaler"]["spec"]
    assert "replicas" not in deployment["spec"]
    target = {"apiVersion": deployment["apiVersion"], "kind": "Deployment", "name": deployment["metadata"]["name"]}
    assert scaler["scaleTargetRef"] == target
    assert [metric["resource"]["name"] for metric in scaler["metrics"]] == ["cpu"]
    assert container()["resources"]["requests"]["cpu"] == "1"  # a percentage of the use is one of this


def test_all_replicas_have_one_cookie_secret_that_is_not_in_the_repository():
    (secret,) = container()["env"]
    assert secret["name"] == "STREAMLIT_SERVER_COOKIE_SECRET"
    assert set(secret["valueFrom"]) == {"secretKeyRef"}
    assert "Secret" not in MANIFESTS


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_the_probes_ask_for_streamlits_health(probe):
    assert container()[probe]["httpGet"] == {"path": "/_stcore/health", "port": "http"}


def test_a_replica_has_time_to_go():
    wait = int(container()["lifecycle"]["preStop"]["exec"]["command"][1])
    assert 0 < wait < pod()["spec"]["terminationGracePeriodSeconds"]
