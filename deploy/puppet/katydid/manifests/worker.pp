# A worker machine: as many processes as it has cores, which get the spec from their master.
#
# @param master_host
#   The master's name or address.
# @param master_port
#   The port that the master listens on.
# @param options
#   Further options, as in katydid.conf.
# @param service_ensure
#   Whether the workers run.
# @param manage_service
#   Whether the service is this module's business.
class katydid::worker (
  String[1] $master_host,
  Integer[1, 65535] $master_port = 5557,
  Katydid::Options $options = {},
  Enum['running', 'stopped'] $service_ensure = 'running',
  Boolean $manage_service = true,
) {
  include katydid

  $secret_options = $katydid::secret ? {
    undef   => {},
    default => { 'secret-file' => "${katydid::config_dir}/swarm.key" },
  }
  $all_options = { 'master-host' => $master_host, 'master-port' => $master_port } + $secret_options + $options

  file { "${katydid::config_dir}/worker.conf":
    ensure  => file,
    content => epp('katydid/options.conf.epp', { 'options' => $all_options }),
    mode    => '0644',
  }

  if $manage_service {
    $enable = $service_ensure == 'running'
    service { 'katydid-worker':
      ensure    => $service_ensure,
      enable    => $enable,
      subscribe => [File["${katydid::config_dir}/worker.conf"], File["${katydid::config_dir}/swarm.key"]],
    }
  }
}
