# The package and the folder of its configuration; masters and workers include it.
#
# @param ensure
#   A version, `installed`, `latest` or `absent`.
# @param package_source
#   The path of a package file, where no repository has it. It is installed with dpkg, so its dependencies must be there.
# @param manage_package
#   Whether the package is this module's business.
# @param secret
#   The swarm's secret, as `katydid keygen` prints it; undef for a swarm without one.
# @param config_dir
#   The folder of the configuration.
# @param owner
#   The user that master and workers run as.
class katydid (
  String[1] $ensure = 'installed',
  Optional[Pattern[/\A\//]] $package_source = undef,
  Boolean $manage_package = true,
  Optional[Sensitive[Pattern[/\A[0-9a-f]{64}\z/]]] $secret = undef,
  Pattern[/\A\//] $config_dir = '/etc/katydid',
  String[1] $owner = 'katydid',
) {
  if $manage_package {
    $provider = $package_source ? {
      undef   => undef,
      default => 'dpkg',
    }
    package { 'katydid':
      ensure   => $ensure,
      source   => $package_source,
      provider => $provider,
      before   => File[$config_dir],
    }
  }

  file { $config_dir:
    ensure => directory,
    mode   => '0755',
  }

  $secret_ensure = $secret ? {
    undef   => absent,
    default => file,
  }
  $secret_content = $secret ? {
    undef   => undef,
    default => Sensitive("${secret.unwrap}\n"),
  }
  file { "${config_dir}/swarm.key":
    ensure    => $secret_ensure,
    content   => $secret_content,
    owner     => $owner,
    mode      => '0400',
    show_diff => false,
  }
}
