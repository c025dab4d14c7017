# A master: it leads the swarm, serves the page and has the spec. A changed spec makes the running master change over
# (SIGHUP); changed options restart it.
#
# @example
#   class { 'katydid':
#     secret => Sensitive($secret),
#   }
#   class { 'katydid::master':
#     spec_source => 'puppet:///modules/site/locustfile.py',
#     options     => { 'host' => 'https://www.example.com', 'expect-workers' => 10 },
#   }
#
# @param spec_source
#   Where the spec comes from, as a file's source.
# @param spec_content
#   The spec's text, instead of a source.
# @param spec_files
#   Further files that the spec reads or imports, by their names beside it, with their sources.
# @param options
#   Further options, as in katydid.conf.
# @param web_host
#   The address that the page is served on.
# @param web_port
#   The port of the page.
# @param service_ensure
#   Whether the master runs.
# @param manage_service
#   Whether the service is this module's business.
# @param reload_command
#   What makes a running master look at its spec.
# @param running_command
#   What succeeds while the master runs: one that doesn't needs no reload.
# @param nginx
#   Whether nginx stands before the page.
# @param nginx_server_name
#   The name that nginx answers to.
# @param nginx_certificate
#   The path of nginx's certificate.
# @param nginx_key
#   The path of its key.
# @param nginx_htpasswd
#   The path of its password file.
class katydid::master (
  Optional[String[1]] $spec_source = undef,
  Optional[String] $spec_content = undef,
  Hash[Pattern[/\A[A-Za-z0-9_][A-Za-z0-9_.\/-]*\z/], String[1]] $spec_files = {},
  Katydid::Options $options = {},
  String[1] $web_host = '127.0.0.1',
  Integer[0, 65535] $web_port = 8089,
  Enum['running', 'stopped'] $service_ensure = 'running',
  Boolean $manage_service = true,
  String[1] $reload_command = '/bin/systemctl reload katydid-master.service',
  String[1] $running_command = '/bin/systemctl is-active --quiet katydid-master.service',
  Boolean $nginx = false,
  String[1] $nginx_server_name = $facts['networking']['fqdn'],
  String[1] $nginx_certificate = '/etc/nginx/katydid.crt',
  String[1] $nginx_key = '/etc/nginx/katydid.key',
  String[1] $nginx_htpasswd = '/etc/nginx/katydid.htpasswd',
) {
  include katydid

  if $spec_source and $spec_content {
    fail('katydid::master: give spec_source or spec_content, not both')
  }

  $secret_options = $katydid::secret ? {
    undef   => {},
    default => { 'secret-file' => "${katydid::config_dir}/swarm.key" },
  }
  $all_options = { 'locustfile' => "${katydid::config_dir}/locustfile.py", 'web-host' => $web_host, 'web-port' => $web_port }
  + $secret_options + $options

  # Files beside the spec come first: the master looks at all of them when the spec changes.
  $spec_files.each |String $name, String $source| {
    file { "${katydid::config_dir}/${name}":
      ensure => file,
      source => $source,
      mode   => '0644',
      before => File["${katydid::config_dir}/locustfile.py"],
      notify => Exec['katydid swap'],
    }
  }

  file { "${katydid::config_dir}/locustfile.py":
    ensure  => file,
    source  => $spec_source,
    content => $spec_content,
    mode    => '0644',
    notify  => Exec['katydid swap'],
  }

  file { "${katydid::config_dir}/master.conf":
    ensure  => file,
    content => epp('katydid/options.conf.epp', { 'options' => $all_options }),
    mode    => '0644',
  }

  # The new spec takes the place of the old one while its users run; nothing is restarted.
  exec { 'katydid swap':
    command     => $reload_command,
    path        => ['/usr/sbin', '/usr/bin', '/sbin', '/bin'],
    onlyif      => $running_command,
    refreshonly => true,
  }

  if $manage_service {
    $enable = $service_ensure == 'running'
    service { 'katydid-master':
      ensure    => $service_ensure,
      enable    => $enable,
      subscribe => [File["${katydid::config_dir}/master.conf"], File["${katydid::config_dir}/swarm.key"]],
      # A master that is started now reads the new spec by itself.
      require   => File["${katydid::config_dir}/locustfile.py"],
    }
  }

  if $nginx {
    package { 'nginx':
      ensure => installed,
    }
    file { '/etc/nginx/sites-enabled/katydid.conf':
      ensure  => file,
      mode    => '0644',
      content => epp('katydid/nginx.conf.epp', {
          'server_name' => $nginx_server_name,
          'certificate' => $nginx_certificate,
          'key'         => $nginx_key,
          'htpasswd'    => $nginx_htpasswd,
          'upstream'    => "${web_host}:${web_port}",
      }),
      require => Package['nginx'],
    }
    service { 'nginx':
      ensure    => running,
      enable    => true,
      subscribe => File['/etc/nginx/sites-enabled/katydid.conf'],
    }
  }
}
