/// The tables of Locust 2.47 (`get_stats_summary`, `get_percentile_stats_summary`, `get_error_report_summary`) for the
/// requests that `TablesTests` makes, for names of 80, 20 and 0 columns: each under a line `@WIDTH TABLE`. A `$` ends
/// each line, as spaces at the end belong to it.
enum TableFacts {
  static let text = #"""
    @80 current$
    Type     Name                                                                          # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s$
    --------|----------------------------------------------------------------------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
    GET      /                                                                               1425    62(4.35%) |    960       0    8361     37 |   38.40        1.60$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1                    402    24(5.97%) |    935       0    8168     57 |   10.90        0.70$
    PUT      /größe                                                                           377    18(4.77%) |    868       0    8037     52 |    9.50        0.50$
    POST     /login                                                                           400    16(4.00%) |   1047       0    8347     42 |   11.70        0.80$
    GET      /no-time                                                                           1     0(0.00%) |      0       0       0      0 |    0.00        0.00$
    WS       /none                                                                              0   1(100.00%) |      0       0       0      0 |    0.00        0.00$
             custom                                                                           396    24(6.06%) |   1072       0    8235     52 |   10.80        0.30$
    --------|----------------------------------------------------------------------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
             Aggregated                                                                      3001   145(4.83%) |    971       0    8361     44 |   81.30        3.90$
    @80 total$
    Type     Name                                                                          # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s$
    --------|----------------------------------------------------------------------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
    GET      /                                                                               1425    62(4.35%) |    960       0    8361     37 |   38.63        1.68$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1                    402    24(5.97%) |    935       0    8168     57 |   10.90        0.65$
    PUT      /größe                                                                           377    18(4.77%) |    868       0    8037     52 |   10.22        0.49$
    POST     /login                                                                           400    16(4.00%) |   1047       0    8347     42 |   10.84        0.43$
    GET      /no-time                                                                           1     0(0.00%) |      0       0       0      0 |    0.03        0.00$
    WS       /none                                                                              0   1(100.00%) |      0       0       0      0 |    0.00        0.03$
             custom                                                                           396    24(6.06%) |   1072       0    8235     52 |   10.74        0.65$
    --------|----------------------------------------------------------------------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
             Aggregated                                                                      3001   145(4.83%) |    971       0    8361     44 |   81.36        3.93$
    @80 percentiles$
    Response time percentiles (approximated)$
    Type     Name                                                                                  50%    66%    75%    80%    90%    95%    98%    99%  99.9% 99.99%   100% # reqs$
    --------|--------------------------------------------------------------------------------|--------|------|------|------|------|------|------|------|------|------|------|------$
    GET      /                                                                                      37    250    660    900   4300   6200   7600   7900   8400   8400   8400   1425$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1                          57    290    690    920   4200   6500   7800   8000   8200   8200   8200    402$
    PUT      /größe                                                                                 52    160    540    880   3800   5900   7000   7700   8000   8000   8000    377$
    POST     /login                                                                                 42    130    710    950   4700   6700   8000   8200   8300   8300   8300    400$
             custom                                                                                 52    400    700    990   5000   6500   7700   8100   8200   8200   8200    396$
    --------|--------------------------------------------------------------------------------|--------|------|------|------|------|------|------|------|------|------|------|------$
             Aggregated                                                                             44    240    680    910   4400   6400   7600   8000   8300   8400   8400   3001$
    @80 errors$
    Error report$
    # occurrences      Error                                                                                               $
    ------------------|---------------------------------------------------------------------------------------------------------------------------------------------$
    11                 PUT /größe: no wings                                                                                $
    8                  POST /login: HTTPError('404 Client Error: Not Found for url: /x')                                   $
    17                 GET /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1: HTTPError('404 Client Error: Not Found for url: /x')$
    31                 GET /: no wings                                                                                     $
    31                 GET /: HTTPError('404 Client Error: Not Found for url: /x')                                         $
    11                  custom: no wings                                                                                   $
    13                  custom: HTTPError('404 Client Error: Not Found for url: /x')                                       $
    7                  PUT /größe: HTTPError('404 Client Error: Not Found for url: /x')                                    $
    8                  POST /login: no wings                                                                               $
    7                  GET /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1: no wings                         $
    1                  WS /none: OSError('gone')                                                                           $
    ------------------|---------------------------------------------------------------------------------------------------------------------------------------------$
    $
    @20 current$
    Type     Name              # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s$
    --------|----------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
    GET      /                   1425    62(4.35%) |    960       0    8361     37 |   38.40        1.60$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1     402    24(5.97%) |    935       0    8168     57 |   10.90        0.70$
    PUT      /größe               377    18(4.77%) |    868       0    8037     52 |    9.50        0.50$
    POST     /login               400    16(4.00%) |   1047       0    8347     42 |   11.70        0.80$
    GET      /no-time               1     0(0.00%) |      0       0       0      0 |    0.00        0.00$
    WS       /none                  0   1(100.00%) |      0       0       0      0 |    0.00        0.00$
             custom               396    24(6.06%) |   1072       0    8235     52 |   10.80        0.30$
    --------|----------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
             Aggregated          3001   145(4.83%) |    971       0    8361     44 |   81.30        3.90$
    @20 total$
    Type     Name              # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s$
    --------|----------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
    GET      /                   1425    62(4.35%) |    960       0    8361     37 |   38.63        1.68$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1     402    24(5.97%) |    935       0    8168     57 |   10.90        0.65$
    PUT      /größe               377    18(4.77%) |    868       0    8037     52 |   10.22        0.49$
    POST     /login               400    16(4.00%) |   1047       0    8347     42 |   10.84        0.43$
    GET      /no-time               1     0(0.00%) |      0       0       0      0 |    0.03        0.00$
    WS       /none                  0   1(100.00%) |      0       0       0      0 |    0.00        0.03$
             custom               396    24(6.06%) |   1072       0    8235     52 |   10.74        0.65$
    --------|----------------|-------|-------------|-------|-------|-------|-------|--------|-----------$
             Aggregated          3001   145(4.83%) |    971       0    8361     44 |   81.36        3.93$
    @20 percentiles$
    Response time percentiles (approximated)$
    Type     Name                      50%    66%    75%    80%    90%    95%    98%    99%  99.9% 99.99%   100% # reqs$
    --------|--------------------|--------|------|------|------|------|------|------|------|------|------|------|------$
    GET      /                          37    250    660    900   4300   6200   7600   7900   8400   8400   8400   1425$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1       57    290    690    920   4200   6500   7800   8000   8200   8200   8200    402$
    PUT      /größe                     52    160    540    880   3800   5900   7000   7700   8000   8000   8000    377$
    POST     /login                     42    130    710    950   4700   6700   8000   8200   8300   8300   8300    400$
             custom                     52    400    700    990   5000   6500   7700   8100   8200   8200   8200    396$
    --------|--------------------|--------|------|------|------|------|------|------|------|------|------|------|------$
             Aggregated                 44    240    680    910   4400   6400   7600   8000   8300   8400   8400   3001$
    @20 errors$
    Error report$
    # occurrences      Error                                                                                               $
    ------------------|---------------------------------------------------------------------------------$
    11                 PUT /größe: no wings                                                                                $
    8                  POST /login: HTTPError('404 Client Error: Not Found for url: /x')                                   $
    17                 GET /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1: HTTPError('404 Client Error: Not Found for url: /x')$
    31                 GET /: no wings                                                                                     $
    31                 GET /: HTTPError('404 Client Error: Not Found for url: /x')                                         $
    11                  custom: no wings                                                                                   $
    13                  custom: HTTPError('404 Client Error: Not Found for url: /x')                                       $
    7                  PUT /größe: HTTPError('404 Client Error: Not Found for url: /x')                                    $
    8                  POST /login: no wings                                                                               $
    7                  GET /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1: no wings                         $
    1                  WS /none: OSError('gone')                                                                           $
    ------------------|---------------------------------------------------------------------------------$
    $
    @0 current$
    Type     Name  # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s$
    --------||-------|-------------|-------|-------|-------|-------|--------|-----------$
    GET      /       1425    62(4.35%) |    960       0    8361     37 |   38.40        1.60$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1     402    24(5.97%) |    935       0    8168     57 |   10.90        0.70$
    PUT      /größe     377    18(4.77%) |    868       0    8037     52 |    9.50        0.50$
    POST     /login     400    16(4.00%) |   1047       0    8347     42 |   11.70        0.80$
    GET      /no-time       1     0(0.00%) |      0       0       0      0 |    0.00        0.00$
    WS       /none       0   1(100.00%) |      0       0       0      0 |    0.00        0.00$
             custom     396    24(6.06%) |   1072       0    8235     52 |   10.80        0.30$
    --------||-------|-------------|-------|-------|-------|-------|--------|-----------$
             Aggregated    3001   145(4.83%) |    971       0    8361     44 |   81.30        3.90$
    @0 total$
    Type     Name  # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s$
    --------||-------|-------------|-------|-------|-------|-------|--------|-----------$
    GET      /       1425    62(4.35%) |    960       0    8361     37 |   38.63        1.68$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1     402    24(5.97%) |    935       0    8168     57 |   10.90        0.65$
    PUT      /größe     377    18(4.77%) |    868       0    8037     52 |   10.22        0.49$
    POST     /login     400    16(4.00%) |   1047       0    8347     42 |   10.84        0.43$
    GET      /no-time       1     0(0.00%) |      0       0       0      0 |    0.03        0.00$
    WS       /none       0   1(100.00%) |      0       0       0      0 |    0.00        0.03$
             custom     396    24(6.06%) |   1072       0    8235     52 |   10.74        0.65$
    --------||-------|-------------|-------|-------|-------|-------|--------|-----------$
             Aggregated    3001   145(4.83%) |    971       0    8361     44 |   81.36        3.93$
    @0 percentiles$
    Response time percentiles (approximated)$
    Type     Name      50%    66%    75%    80%    90%    95%    98%    99%  99.9% 99.99%   100% # reqs$
    --------||--------|------|------|------|------|------|------|------|------|------|------|------$
    GET      /       37    250    660    900   4300   6200   7600   7900   8400   8400   8400   1425$
    GET      /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1       57    290    690    920   4200   6500   7800   8000   8200   8200   8200    402$
    PUT      /größe       52    160    540    880   3800   5900   7000   7700   8000   8000   8000    377$
    POST     /login       42    130    710    950   4700   6700   8000   8200   8300   8300   8300    400$
             custom       52    400    700    990   5000   6500   7700   8100   8200   8200   8200    396$
    --------||--------|------|------|------|------|------|------|------|------|------|------|------$
             Aggregated       44    240    680    910   4400   6400   7600   8000   8300   8400   8400   3001$
    @0 errors$
    Error report$
    # occurrences      Error                                                                                               $
    ------------------|-------------------------------------------------------------$
    11                 PUT /größe: no wings                                                                                $
    8                  POST /login: HTTPError('404 Client Error: Not Found for url: /x')                                   $
    17                 GET /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1: HTTPError('404 Client Error: Not Found for url: /x')$
    31                 GET /: no wings                                                                                     $
    31                 GET /: HTTPError('404 Client Error: Not Found for url: /x')                                         $
    11                  custom: no wings                                                                                   $
    13                  custom: HTTPError('404 Client Error: Not Found for url: /x')                                       $
    7                  PUT /größe: HTTPError('404 Client Error: Not Found for url: /x')                                    $
    8                  POST /login: no wings                                                                               $
    7                  GET /a/rather/long/name/that/does/not/fit/into/narrow/columns?q=1: no wings                         $
    1                  WS /none: OSError('gone')                                                                           $
    ------------------|-------------------------------------------------------------$
    $
    """#
}
