import Foundation
import ProcessRun
import XCTest

/// What holds the program in containers and virtual machines.
final class ClusterTests: XCTestCase {
  func testVagrantfileIsValid() throws {
    try Deploy.require(
      """
      cp "$1/vagrant/Vagrantfile" .
      touch swarm.key package.deb
      export KATYDID_DEB=$PWD/package.deb VAGRANT_HOME=$PWD/home NODES=3
      vagrant validate --ignore-provider
      """, [Deploy.folder.path], within: 120)
  }

  /// Every document is an object of its kind, and they name each other rightly.
  func testKubernetesObjectsFitTogether() throws {
    let text = try Deploy.require(
      """
      exec /usr/bin/python3 - "$1/deploy/kubernetes/katydid.yaml" <<'END'
      import sys, yaml
      objects = list(yaml.safe_load_all(open(sys.argv[1])))
      kinds = {(o["kind"], o["metadata"]["name"]): o for o in objects}
      for kind, name in [("Deployment", "katydid-master"), ("Deployment", "katydid-worker"),
                         ("Service", "katydid-master"), ("HorizontalPodAutoscaler", "katydid-worker")]:
          assert (kind, name) in kinds, (kind, name)
      for name in "katydid-master", "katydid-worker":
          spec = kinds["Deployment", name]["spec"]
          labels = spec["template"]["metadata"]["labels"]
          assert spec["selector"]["matchLabels"].items() <= labels.items()
          pod = spec["template"]["spec"]
          volumes = {v["name"] for v in pod["volumes"]}
          for c in pod["containers"]:
              assert {m["name"] for m in c["volumeMounts"]} <= volumes
              print(name, " ".join(c["args"]))
      service = kinds["Service", "katydid-master"]["spec"]
      assert service["selector"].items() <= kinds["Deployment", "katydid-master"]["spec"]["template"]["metadata"]["labels"].items()
      assert kinds["HorizontalPodAutoscaler", "katydid-worker"]["spec"]["scaleTargetRef"]["name"] == "katydid-worker"
      END
      """, [Deploy.root.path])
    XCTAssertTrue(text.contains("--master-host=katydid-master"))
  }

  /// A ConfigMap in a pod: files are links to `..data/NAME`, and `..data` is a link that the kubelet exchanges for
  /// another folder by a rename.
  func testExchangedConfigMapIsSwappedIn() throws {
    let folder = try Deploy.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let publish = """
      cd "$1"; mkdir "..$2"
      printf 'from locust import User, constant, task\\n\\n\\nclass U(User):\\n    wait_time = constant(0.1)\\n\\n' \
        > "..$2/locustfile.py"
      printf '    @task\\n    def t(self):\\n        print("%s runs")\\n' "$2" >> "..$2/locustfile.py"
      ln -s "..$2" ..data_tmp; mv -T ..data_tmp ..data
      [ -e locustfile.py ] || ln -s ..data/locustfile.py locustfile.py
      """
    try Deploy.require(publish, [folder.path, "first"])
    let run = try ProcessRun(
      "katydid", ["-f", "\(folder.path)/locustfile.py", "--headless", "-u", "2", "-r", "2", "--only-summary"])
    XCTAssertTrue(run.wait { $0.output.contains("first runs") }, run.errors)
    try Deploy.require(publish, [folder.path, "second"])
    try Deploy.require("rm -r \"$1/..first\"", [folder.path])
    XCTAssertTrue(run.wait { $0.output.contains("second runs") }, run.errors)
    // And once more: the watch must have followed the exchange.
    try Deploy.require(publish, [folder.path, "third"])
    XCTAssertTrue(run.wait { $0.output.contains("third runs") }, run.errors)
    run.signalGroup(SIGINT)
    XCTAssertEqual(run.finish().status, 0)
  }
}
