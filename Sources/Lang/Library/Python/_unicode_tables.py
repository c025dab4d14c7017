"""Ranges of characters, as Unicode 14.0 has them: how far each begins behind the last one, and a letter for its value."""

_WIDTHS = {'n': 'N', 's': 'Na', 'w': 'W', 'z': 'F', 'h': 'H', 'v': 'A'}
_DIRECTIONS = {'g': '', 'h': 'AL', 'i': 'AN', 'j': 'B', 'k': 'BN', 'l': 'CS', 'm': 'EN', 'n': 'ES', 'o': 'ET', 'p': 'FSI', 'q': 'L', 'r': 'LRE', 's': 'LRI', 't': 'LRO', 'u': 'NSM', 'v': 'ON', 'w': 'PDF', 'x': 'PDI', 'y': 'R', 'z': 'RLE', 'G': 'RLI', 'H': 'RLO', 'I': 'S', 'J': 'WS'}
_MIRRORED = {"n": 0, "y": 1}


def _read(text, values):
    """The beginnings of ranges and their values."""
    starts, found, at = [], [], 0
    for part in text.split():
        at += int(part[:-1], 16)
        starts.append(at)
        found.append(values[part[-1]])
    return starts, found


widths = lambda: _read("""
0n 20s 5fn 22v 1s 2v 1s 2v 2n 1v 1n 1s 1v 2s 1v 5n 1v 5n 1v 4n 6v 1n 9v 1n 6v 2n 5v 4n 4v 1n 1v 3n 1v 2n 2v 1n
1v 2n 3v 4n 1v 1n 1v 1n 2v 1n fv 1n 1v 1n 7v 1n av 2n 3v 1n 5v 3n 4v 1n 6v 4n 1v 1n 3v 4n 1v 1n 4v 2n 12v 2n 3v
1n 62v 1n 1v 1n 1v 1n 1v 1n 1v 1n 1v 1n 1v 1n 1v 1n 74v 1n fv 1n 62v 1n 2v 1n 1v 3n 1v 1n 2v 1n 7v 4n 1v 1n 1v
1n 20v 70n 8z 2n 6z 4n 7z 1n 1z 1n 3v 11z 1v 7n 7v 11n 1v 7n 37v 1n ev 40n 1v 1n dez 1n 26z 2n 32z 2n 3z 1n 37z
8n 1bz 4n 6z bn 10ez 1n 3cz 2n 65z en 3bz 2n 31z 2n fz 1n 1cz 2n 1z 1n bz 5n 1fz 1n 2z 6n ecz 1n 8z 2n 2z 2n 16z
1n 7z 1n 1z 3n 4z 2n 9z 2n 2z 2n 4z 8n 1z 4n 2z 1n 5z 2n 19z 2n 3z 1n 6z 4n 2z 2n 16z 1n 7z 1n 2z 1n 2z 1n 2z 2n
1z 1n 5z 4n 2z 2n 3z 3n 1z 7n 4z 1n 1z 7n 11z an 3z 1n 9z 1n 3z 1n 16z 1n 7z 1n 2z 1n 5z 2n az 1n 3z 1n 3z 2n 1z
fn 4z 2n cz 7n 7z 1n 3z 1n 8z 2n 2z 2n 16z 1n 7z 1n 2z 1n 5z 2n 9z 2n 2z 2n 3z 7n 3z 4n 2z 1n 5z 2n 12z an 2z 1n
6z 3n 3z 1n 4z 3n 2z 1n 1z 1n 2z 3n 2z 3n 3z 3n cz 4n 5z 3n 3z 1n 4z 2n 1z 6n 1z en 15z 5n dz 1n 3z 1n 17z 1n
10z 2n 9z 1n 3z 1n 4z 7n 2z 1n 3z 2n 1z 2n 4z 2n az 7n 16z 1n 3z 1n 17z 1n az 1n 5z 2n 9z 1n 3z 1n 4z 7n 2z 6n
2z 1n 4z 2n az 1n 2z dn dz 1n 3z 1n 33z 1n 3z 1n 6z 4n 10z 2n 1az 1n 3z 1n 12z 3n 18z 1n 9z 1n 1z 2n 7z 3n 1z 4n
6z 1n 1z 1n 8z 6n az 2n 3z cn 3az 4n 1dz 25n 2z 1n 1z 1n 5z 1n 18z 1n 1z 1n 17z 2n 5z 1n 1z 1n 6z 2n az 2n 4z
20n 48z 1n 24z 4n 27z 1n 24z 1n fz 1n dz 25n c6z 1n 1z 5n 1z 2n 30w 60n e9z 1n 4z 2n 7z 1n 1z 1n 4z 2n 29z 1n 4z
2n 21z 1n 4z 2n 7z 1n 1z 1n 4z 2n fz 1n 39z 1n 4z 2n 43z 2n 20z 3n 1az 6n 56z 2n 6z 2n 29dz 3n 59z 7n 16z 9n 18z
9n 14z cn dz 1n 3z 1n 2z cn 5ez 2n az 6n az 6n 1az 6n 59z 7n 2bz 5n 46z an 1fz 1n cz 4n cz 4n 1z 3n 2az 2n 5z bn
2cz 4n 1az 6n bz 3n 3ez 2n 41z 1n 1dz 2n bz 6n az 6n ez 2n 1fz 31n 4dz 3n 2fz 1n 74z 8n 3cz 3n fz 3n 3cz 7n 2bz
2n bz 8n 2bz 5n 216z 2n 6z 2n 26z 2n 6z 2n 8z 1n 1z 1n 1z 1n 1z 1n 1fz 2n 35z 1n fz 1n ez 2n 6z 1n 13z 2n 3z 1n
9z 1n 10v 1n 2v 4n 1v 2n 2v 2n 2v 3n 1v 4n 8v 1n 1v 2n 1v 1n 5v 1n 2v 1n 26z 1n cz 2v 1n av 1n 1v 4n az 1n dz 3n
9h 1n 2v 1n 14z fn 21z fn 3v 1n 1v 1n 3v 1n 9v 1n 2v 1n av 2n 3v 1n 4v 1n 27v 2n 6v 4n 1v cn 4v an fv 1n 2z 4v
an 1ev 2n 18v 1n 1v 1n 12v 1n 18v 1n 1v 2n 3v 2n 2v 1n 3v 1n 1v 1n 3v 1n 4v 1n 2v 4n 2v 1n 1v 1n 1v 6n 1v 1n 5v
4n 4v 2n av 1n 3v 1n 5v 1n dv 2n 2v 4n 2v 2n 2v 2n 12v 2n 2v 2n dv 1n 3v 1n bv 1n 19v 1n 52v 1n 7w 2n dw 2n bew
4n 3w 1n 2w 1n 33z 19n bz 15v 8an 1v 61n 4v 24n cv 10n 2v 4n av 2n 1v 7n 8v 2n 2v 2n 4v 2n 2v 2n 4v 3n 2v 1n 2v
4n 10v 4n 9v 1n dw 2n 6v 2n 2v 1n 4v 2n 4w 2n 6v 1n 1v 1n 21v 1n 1v 1n 5w cn cv 2n 1v 3n 1v 4n 1v 2n 1v 1n fw 1n
13w 1n av 2n 1w 1n 8w 2n 11w 2v 1n 4w 2v 8w 1v 5w 1v dn 1v 1n 4v 2w 1v 7w 2v 1w 1v 4w 1v 2w 1v 2n 5w 1n 4w 2n
1cw 1n 14v 1n ew 1n 1w 1n 4w 3n 1w 1n 1ev an 15w 3n 18w 1n ew 1n 26s 8n 197s 2n 194w 2n 33w 1n 4w 1v 4n 1az 2n
20z 1n 15dz 5n 2dz 1n 1z 5n 1z 2n 38z 7n 2z en 18z 9n 7z 1n 7z 1n 7z 1n 7z 1n 7z 1n 7z 1n 7z 1n 7z 1n 7ez 22w
1az 1w 59z cw d6z 1aw cz 5w 3en 1z 1w 56z 2w 67z 5w 2bz 1w 5ez 1w 54z cw 2fz 1w 28v 8w 1b70n 40w 568dz 3w 37z 9n
15cz 14n b8z 8n cbz 5n 2z 1n 1z 1n 5z 18n 3bz 3n az 6n 38z 8n 46z 8n cz 6n 74z bn 1w 1dz 3n 4ez 1n bz 4n 21z 1n
37z 9n ez 2n az 2n 67z 18n 1cz an 6z 2n 6z 2n 6z 9n 7z 1n 7z 1n 3cz 4n 7ez 2n az 6w 2ba4z cn 17z 4n 31z 4n 800v
1900w 16ez 2w 6az 26n 7z cn 5z 5n 1az 1n 5z 1n 1z 1n 2z 1n 2z 1n 7dz 10n 1bdz 2n 36z 7n 1z 20n 10v 10w az 6n 10w
23z 1w 13z 1w 4z 4n 5z 1n 87z 2n 1z 61h 5ez 3h 6z 2h 6z 2h 6z 2h 3z bh 7z an 4v 1z 2n cz 1n 1az 1n 13z 1n 2z 1n
fz 2n ez 22n 7bz 5n 3z 4n 2dz 3n 58z 1n dz 3n 1z 2fn 2ez 82n 1dz 3n 31z fn 1cz 4n 24z 9n 1ez 5n 2bz 5n 1ez 1n
25z 4n ez 2an 9ez 2n az 6n 24z 4n 24z 4n 28z 8n 34z bn cz 1n fz 1n 7z 1n 2z 1n bz 1n fz 1n 7z 1n 2z 43n 137z 9n
16z an 8z 18n 6z 1n 2az 1n 9z 45n 6z 2n 1z 1n 2cz 1n 2z 3n 1z 2n 17z 1n 48z 8n 9z 30n 13z 1n 2z 5n 21z 3n 1bz 5n
1z 40n 38z 4n 14z 2n 32z 1n 2z 5n 8z 1n 3z 1n 1dz 2n 3z 4n az 7n 9z 7n 40z 20n 27z 4n cz 9n 36z 3n 1dz 2n 1bz 5n
1az 7n 4z cn 7z 50n 49z 37n 33z dn 33z 7n 2ez 8n az 126n 1fz 1n 2az 1n 3z 2n 2z 4en 28z 8n 2az 16n 1az 26n 1cz
14n 17z 9n 4ez 4n 24z 9n 44z an 1z 2n 19z 7n az 6n 35z 1n 12z 8n 27z 9n 60z 1n 14z bn 12z 1n 2cz 41n 7z 1n 1z 1n
4z 1n fz 1n bz 6n 3bz 5n az 6n 4z 1n 8z 2n 2z 2n 16z 1n 7z 1n 2z 1n 5z 1n az 2n 2z 2n 3z 2n 1z 6n 1z 5n 7z 2n 7z
3n 5z 8bn 5cz 1n 5z 1en 48z 8n az a6n 36z 2n 26z 22n 45z bn az 6n dz 13n 3az 6n az 36n 1bz 2n fz 4n 17z b9n 3cz
64n 53z cn 8z 2n 1z 2n 8z 1n 2z 1n 1ez 1n 2z 2n cz 9n az 46n 8z 2n 2ez 2n bz 1bn 48z 8n 53z dn 49z 107n 9z 1n
2dz 1n ez an 1dz 3n 20z 2n 16z 1n ez 49n 7z 1n 2z 1n 2cz 3n 1z 1n 2z 1n 9z 8n az 6n 6z 1n 2z 1n 25z 1n 2z 1n 6z
7n az 136n 19z b7n 1z fn 32z dn 39bz 66n 6fz 1n 5z bn c4z a4cn 63z dn 42fz 1n 9z fc7n 247z 21b9n 239z 7n 1fz 1n
az 4n 51z 1n az 6n 1ez 2n 6z an 46z an az 1n 7z 1n 15z 5n 13z 2b0n 5bz 65n 4bz 4n 39z 7n 11z 40w 5z bw 2z ew
17f8z 8w 4d6z 2aw 9z 22e7w 4z 1w 7z 1w 2z 1w 123z 2dw 3z 11w 4z 8w 18cz 904n 6bz 5n dz 3n 9z 7n az 2n 8z 125cn
2ez 2n 17z 9n 74z 3cn f6z an 27z 2n c2z 15n 46z 9an 14z cn 57z 9n 19z 87n 55z 1n 47z 1n 2z 2n 1z 2n 2z 2n 4z 1n
cz 1n 1z 1n 7z 1n 41z 1n 4z 2n 8z 1n 7z 1n 1cz 1n 4z 1n 5z 1n 1z 3n 7z 1n 154z 2n 124z 2n 2bez fn 5z 1n fz 450n
1fz e1n 7z 1n 11z 2n 7z 1n 2z 1n 5z d5n 2dz 3n ez 2n az 4n 2z 140n 1fz 11n 3az 5n 1z 4e0n 7z 1n 4z 1n 2z 1n fz
1n c5z 2n 10z 29n 4cz 4n az 4n 2z 311n 44z 4cn 3dz c2n 4z 1n 1bz 1n 2z 1n 1z 2n 1z 1n az 1n 4z 1n 1z 1n 1z 6n 1z
4n 1z 1n 1z 1n 1z 1n 3z 1n 2z 1n 1z 2n 1z 1n 1z 1n 1z 1n 1z 1n 1z 1n 2z 1n 1z 2n 4z 1n 7z 1n 4z 1n 4z 1n 1z 1n
az 1n 11z 5n 3z 1n 5z 1n 11z 34n 2z 10en 4w 1n 27z 4n 64z cn fz 2n fz 1n ew 1z 1n 25z av bn 5v 1en 2v 3an 6v 1ew
1v 2w av 12n 1z 38n 1aw 3z dw 2cz 4w 9z 7w 2z ew 6z 9aw 21n cw 9n 1w 46n 1w 16n cw 2bn 4w 5n cw 11n 3w 1n 3w 47n
1w 1n 1w bbn 2w 3fn dw 4n 1w 18n 12w 1n 1aw 2n dw 1n 56w 55n 30w 46n 6w 1n 3w 3n 2w 3z 5w 3n bw 2z 3n 4w 9z 3n
74z cn 59z 7w cz 4w 1z fn cz 4n 38z 8n az 6n 28z 8n 1ez 2n 2z 4en cw 2fn 1w an 1w b9n 54z cn ez 2w 5z 3w 5z 3w
7z 9w 1dz 3w bz 5w 6z aw az 6w 8z 8w 7z 9n 93z 1n 37z 25n az 406w a6e0z 20w 1039z 7w dez 2w 1682z ew 1d31z c1fw
21ez 5e2w 134bz aecb6n 1z 1en 60z 80v f0z fe10v fffez 2v fffez
""", _WIDTHS)
directions = lambda: _read("""
0k 9I 1j 1I 1J 1j 1k ej 3I 1J 1v 2o 3v 5n 1l 1n 1l 2m al 1v 6q 1av 6q 1av 4k 6j 1k 1al 1v 1o 4v 4q 1v 2k 1v 2o
2m 2v 1q 1v 3m 1q 1v 5q 17v 1q 1fv 1q 1c1v 2q 7v eq 2v eq 5v 9q 1v 11u 70q 4v 2q 2g 2q 4v 1q 1g 4v 2q 1v 1q 3g
1q 1g 1q 14g 1q 53v 1q 8cu 7q a6g 1q 26g 2q 31v 1g 2v 2o 1g 1u 2dy 1u 1y 1u 2y 1u 2y 1u 1g 8y 1bg 4y 6g bi 6v 2h
1o 2h 1l 1h 1v 2u bh 30u 15i ao 1i 2h 3u 1h 65u 7i 1v 1u 6h 2u 2v 1u 4h 2m ah 14g 1h 2u 1h 1eu 1bg 2h 59u bh 1g
ey 2bu 9y 2v 4y 1g 2u 1y 18u 4y 1u 9y 1u 3y 1u 5g 2y fg 1y 19u 3g 2y 1g 1h bg 5h 1fg 1i 2g 6u 8h 2au 18i 1u 20q
37u 1q 1u 1q 4u 8q 4u 1q 3u 7q au 2q 1du 1q 2g 1q 8g 2q 2g 2q 16g 1q 7g 1q 1g 3q 4g 2u 1q 4u 4g 2q 2g 2q 2u 1q
1g 8q 1g 4q 2g 1q 3u 2g 2q co 2q 7o 1q 2u 1g 2u 2q 1g 1q 6g 4q 2g 2q 16g 1q 7g 1q 2g 1q 2g 1q 2g 2u 1g 1q 3u 2g
4u 2g 2u 3g 3u 1g 7q 4g 1q 1g 7q au 2q 3u 1q 1g au 2q 1g 1q 9g 1q 3g 1q 16g 1q 7g 1q 2g 1q 5g 2u 1q 4u 5g 1u 2q
1g 1q 2u 1g 2q 1g fq 2u 2g 2q bo 1g 7q 1u 6g 1u 1q 2g 1q 8g 2q 2g 2q 16g 1q 7g 1q 2g 1q 5g 2u 1q 2u 1q 1u 4g 2q
2g 2q 2u 1g 7u 2q 1g 4q 2g 1q 3u 2g 2q 12g au 1q 1g 1q 6g 3q 3g 1q 4g 3q 2g 1q 1g 1q 2g 3q 2g 3q 3g 3q cg 4q 2u
1q 2g 3q 3g 1q 3u 1g 2q 1g 6q 1g eq dv 6o 1v 1g 5u 1q 3u 1q 8g 1q 3g 1q 17g 1q 10g 2u 1q 1u 3q 4g 1u 3g 1u 4g 7u
2g 1q 3g 2q 1g 2q 2u 2g 2q ag 7q 1v 7q 2u 1q bg 1q 3g 1q 17g 1q ag 1q 5g 2u 1q 8g 1q 3g 1q 2u 2g 7q 2g 6q 2g 1q
2u 2g 2q ag 1q 2g du 2q bg 1q 3g 1q 29u 2q 4u 4g 1q 3g 1q 3u 1q 2g 4q eu 2g 2q 1ag 1u 1q 2g 1q 12g 3q 18g 1q 9g
1q 1g 2q 7g 3u 1g 4q 3u 3g 1u 1g 1q 8g 6q ag 2q 3g cq 30u 1q 2u 7g 4o 1q 7u 8q dg 25q 2g 1q 1g 1q 5g 1q 18g 1q
1g 1q au 1q 2u 9q 1g 2q 5g 1q 1g 1u 6g 2q ag 2q 4g 20q 18u 2q 1bu 1q 1u 1q 1u 1v 4q ag 1q 24g 4u eq 1u 5q 1u 2q
5u bg 1u 24g 1q 8u 1q 6g 1q dg 25q 2du 4q 1u 6q 1u 2q 2u 2q 19u 2q 4u 3q 10u 4q du 1q 2u 2q 6u 1q fu 1q 28g 1q
1g 5q 1g 2q 179g 1q 4g 2q 7g 1q 1g 1q 4g 2q 29g 1q 4g 2q 21g 1q 4g 2q 7g 1q 1g 1q 4g 2q fg 1q 39g 1q 4g 2q 43g
2u 3q 1dg 3q 10v ag 6q 56g 2q 6g 2v 1q 27fJ 1q 1av 2g 3q 59g 7q 12u 3q 1g 9q 13u 2q 3g 9q 12u 2g cq dg 1q 3g 1u
2g cq 34u 2q 1u 7q 8u 1q 2u bq 7o 1q 1u 1g 2q ag 6v ag 6v bu 3k 1u 1q ag 6q 59g 7q 5u 2q 22u 1q 1g 5q 46g aq 1fg
1u 3q 4u 2q 3g 4q 2u 1q 6u 3g 4v 1g 3v 2q 28g 2q 5g bq 2cg 4q 1ag 6q bg 3v 22q 17u 2q 2u 1g 2q 38u 1q 1u 7g 1u
1q 1u 1q 2u 8q 6u ag 2u 1q ag 6q ag 6q eg 2u 1fg 31u 4q 30u 1q 1u 5q 1u 1q 5u 1q ag 3q 1bu 9q bg 1u 2q 20u 4q 2u
2q 1u 3q 38u 1q 1u 2q 3u 1q 1u 3q 2g 8q 30u 8q 2u 2g 3q fg 3q 3cg 7q 2bg 2q bg 8u 3q 1u dq 1u 7q 4u 1q 6u 1q 3u
2q 1g 5q c0u 40q 116g 2q 6g 2q 26g 2q 6g 2q 8g 1q 1g 1q 1g 1q 1g 1q 1fg 2q 35g 1q 7v 1q 1v 3q 3g 1q 7v 3q 4g 2q
6g 1v 3q dv 3g 2q 3g 1q 7v 2g 1J bk 3q 1y 1v 18J 1j 1r 1z 1w 1t 1H 1l 1o 5v fl 1v 1aJ 1k 5g 1s 1G 1p 1x 1k 6m 1q
1g 2m 6n 2v 3q 1m an 2v 3g 1q dg 3o 21g fu 21g fv 2q 1v 4q 1v 2q av 1q 1v 3q 5v 6q 1v 1q 1v 1q 1v 1q 4o 1q bv 2q
4v 5q 5v 4q 2v 10q 29v 3g 4v 82n 1o 1v 122q 45v 1aq 1v 91g 19v bg 15v 28m 14q 4ev 1c2q 1v 153q 100v 274g 2v 20g
1v 69q e5v 6q 4u 3q 2g 5v 7q 26g 1q 1g 5q 1g 2q 38g 7q 2g eu 1q 17g 9q 7g 1q 7g 1q 7g 1q 7g 1q 7g 1q 7g 1q 7g 1q
7g 1u 20v 5eg 22v 1ag 1v 59g cv d6g 1av cg 4J 1v 4q 3v 19q 9u 4q 2v 1q 5v 2q 5v 3g 1q 56g 2u 2v 2q 3v 1q 5av 1q
4g 5q 2bg 1q 5eg 1q 30v 24g cq 2dv 2g 1q 30v 10q 1cv 3q 32v fq cv 4q a7v 4q 63v 2q 1fv 1q 19c0v 40q 568dg 3v 37g
9q 13dv 3q 1cg 14q 2fu 4v 1u av 2q 1eu 2q 50u 2q 6g 8v 22q 66v 1q 42g 5q 2g 1q 1g 1q 5g 18q 10u 1q 3u 1q 4u 1q
19u 2q 1v 4u 1g 3q 8o 2g 6q 34v 4g 8q 44u 2g 8q cg 6u 12q du 1q 26u 8q 19u bq 2g bq 1eg 3u 3q 30u 1q 2u 4q 2u 2q
10g 1q bg 4q 7u 1q 19g 1q 29u 6q 2u 2q 2u 2g 9q 3u 1q 8u 1q 1g 2q ag 2q 20u 1q 33u 1q 1u 3q 2u 2q 5u 2q 1u 1q 1g
18q 11u 2q 8u 1g aq 6g 2q 6g 2q 6g 9q 7g 1q 7g 1q 3av 2g 4q 75u 1q 2u 1q 4u 1g 2q ag 6q 2ba4g cq 17g 4q 31g 4q
226eg 2q 6ag 26q 7g cq 5g 5y 1u 1y an 1y dg 1y 5g 1y 1g 1y 2g 1y 2g 1y ah 73g 10h 16bv 12h 40g 2h 36g 7v 1g 20h
dv 3u 10v ag 6u 10v 20l 1v 1l 1g 1v 1l 1v 9o 1v 2n 2v 3g 1v 1o 2v 1g 4h 5g 1h 87g 2k 1g 1v 2o 3v 5n 1l 1n 1l 2m
al 1v 6q 1av 6q 1av bq 59g 3q 6g 2q 6g 2q 6g 2q 3g 3o 2v 3o 2g 1v 7g av 5g 2q cg 1q 1ag 1q 13g 1q 2g 1q fg 2q eg
22q 7bg 5q 1v 1q 1g 4q 2dg 3q 9v 4dq 2g 1v dg 3v 1g 2fq 2du 1g 82q 1dg 3q 31g fu 1m 1bg 4q 24g 9q 1eg 5q 26u 5g
5q 1eg 1q 25g 4q eg 2aq 9eg 2q ag 6q 24g 4q 24g 4q 28g 8q 34g bq cg 1q fg 1q 7g 1q 2g 1q bg 1q fg 1q 7g 1q 2g
43q 137g 9q 16g aq 8g 18q 6g 1q 2ag 1q 9g 45y 6g 2y 1g 1y 2cg 1y 2g 3y 1g 2y 17g 1y 48g 8y 9g 30y 13g 1y 2g 5y
21g 3v 1y 1ag 5y 1g 40y 38g 4y 14g 2y 2fu 3g 1u 2g 5u 4y 4g 1y 3g 1y 1dg 2u 3g 4u 1y 9g 7y 9g 7y 40g 20y 25u 2g
4y cg 9y 36g 3v 7y 16g 2y 1bg 5y 1ag 7y 4g cy 7g 50y 49g 37y 33g dy 33g 7y 6h 24u 4g 8i ag 126i 1fg 1y 2ag 1u 2y
1g 2y 2g 4ey 28g 8h 16u bh 9g 16y 12u 4y 4g 26y 1cg 14y 17g 9q 1u 1q 36u fq 7g 4v 14q au 1q 2u 2q 1g 9u 3q 31u
4q 2u 2q 7u 1g aq 1g 2q 19g 7q ag 6u 3q 24u 5q 1u 8g 1q 12g 8q 23u 1q 3g 9u 2q 34u 9q au 4q 2u 1q 10g 1q 14g bq
12g 1q 1cu 3q 2u 1q 1u 2q 6u 1g 41q 7g 1q 1g 1q 4g 1q fg 1q bg 6q 2fu 1q 3u 8g 5q ag 6u 2q 2g 1q 8g 2q 2g 2q 16g
1q 7g 1q 2g 1q 5g 1u 2q 3u 1q 4g 2q 2g 2q 3g 2q 1g 6q 1g 5q 7g 2u 7g 3u 5g 8bq 38u 8q 2u 3q 1u 1q 15g 1q 1u 1q
3g 1eq 33u 6q 1u 1q 4u 2q 1u 2q 4g 8q ag a6q 32u 4g 2q 4u 2q 1u 2q 1bu 2g 22q 33u 8q 2u 1q 1u 2q 4g bq ag 6v dg
13q 2bu 1q 1u 1q 2u 6q 1u 1q 2g 6q ag 36q 1bg 2u 3q 2u 4q 1u 5g 4q 17g b9q 2fu 9q 1u 2q 1g 64q 53g cq 8g 2q 1g
2q 8g 1q 2g 1q 1eg 1q 2g 2u 2q 1u 1q 4u 1q 3g 9q ag 46q 8g 2q 2au 4g 2u 2q 4u 1q 4g 1bq 1u 6q 2u 2q 28u 6q 2u 4q
8u 1g 8q 1u 6q 2u 3q 2eu dq 1u 2q 9g dq 49g 107q 9g 1q 26u 7g 1u 6q 8g aq 1dg 3q 20g 2u 16g 1q 1u 7q 1u 2q 1u 2g
49q 7g 1q 2g 1q 26u 6g 3u 1g 1u 2g 1u 7q 1u 1g 8q ag 6q 6g 1q 2g 1q 25g 1u 2g 1q 2u 1q 1u 1q 1g 7q ag 136q 13u
2q 4g b7q 1g fq 15v 8o 4v 11g dq 39bg 66q 6fg 1q 5g bq c4g a4cq 63g dq 42fg 1q 9g fc7q 247g 21b9q 239g 7q 1fg 1q
ag 4q 51g 1q ag 6q 1eg 2u 5q 1g aq 30u 7q fg aq ag 1q 7g 1q 15g 5q 13g 2b0q 5bg 65q 4bg 4u 1q 38g 7u 4q dg 40q
2v 1q 1u 1g bq 2g eq 17f8g 8q 4d6g 2aq 9g 22e7q 4g 1q 7g 1q 2g 1q 123g 2dq 3g 11q 4g 8q 18cg 904q 6bg 5q dg 3q
9g 7q ag 2q 1u 2q 1k 4g 125cu 2eg 2u 17g 9q 74g 3cq f6g aq 27g 2q 3eu 3q 9k 8u 8q 2u 7q 1eu 4q 3bv 2g 15v 42u 3v
1g 9aq 14g cv 57g 9q 19g 87q 55g 1q 47g 1q 2g 2q 1g 2q 2g 2q 4g 1q cg 1q 1g 1q 7g 1q 41g 1q 4g 2q 8g 1q 7g 1q
1cg 1q 4g 1q 5g 1q 1g 3q 7g 1q 154g 2q 33v 1q 39v 1q 39v 1q 39v 1q 39v 1q 8g 2m 32q 200u 37q 4u 32q 8u 1q eu 1q
7g fu 5g 1u fg 450q 1fg e1u 7g 1u 11g 2u 7g 1u 2g 1u 5g d5q 2dg 3u 7q 7g 2q ag 4q 2g 140q 1eu 1g 11q 2cu 4q ag
5o 1g 4e0q 7g 1q 4g 1q 2g 1q fg 1y c5g 2y 9u 7g 29y 44u 7y 1g 4y ag 4y 2g 311h 44g 4ch 3dg c2h 4g 1h 1bg 1h 2g
1h 1g 2h 1g 1h ag 1h 4g 1h 1g 1h 1g 6h 1g 4h 1g 1h 1g 1h 1g 1h 3g 1h 2g 1h 1g 2h 1g 1h 1g 1h 1g 1h 1g 1h 1g 1h
2g 1h 1g 2h 4g 1h 7g 1h 4g 1h 4g 1h 1g 1h ag 1h 11g 5h 3g 1h 5g 1h 11g 34v 2g 10ev 2cg 4v 64g cv fg 2v fg 1v fg
1v 25g am bv 5q 1fv 1q 3av 6q 3dv 1g 38q 1dg dq 2cg 4q 9g 7q 2g ev 6g 9av 3d8g 5v 10g 3v dg 3v 74g cv 59g 7v cg
4v 1g fv cg 4v 38g 8v ag 6v 28g 8v 1eg 2v 2g 4ev 154g cv eg 2v 5g 3v 5g 3v 7g 9v 1dg 3v bg 5v 6g av ag 6v 8g 8v
7g 9v 93g 1v 37g 25m ag 406q a6e0g 20q 1039g 7q deg 2q 1682g eq 1d31g c1fq 21eg 5e2q 134bg aecb6k 1g 1ek 60g 80u
f0g fe10q fffeg 2q fffeg
""", _DIRECTIONS)
mirrored = lambda: _read("""
0n 28y 2n 12y 1n 1y 1n 1cy 1n 1y 1n 1dy 1n 1y 1n 2dy 1n fy 1n e7ey 4n 75dy 2n 99cy 2n ay 2n 36y 2n ey 2n b1y 1n
c0y 4n 3y 6n 3y 1n 3y 2n 3y 4n 1y 4n 1y 1n 1y 1n 4y 9n 5y 1n 1y 12n 5y 4n 9y 2n 1y 1n 1y 8n 2y 1fn 2y 4n 5y 1n
9y 2n 2y 13n 5y 2n 9y 5n 2y 2n 4y 18n 2y 10n 8y 4n 14y 2n 7y 2n 43dy en 4ay 1n 2y 4n 1y 2n 1y 3n 5y 4n 5y 3n 3y
en 193y 16n 2y 6n 1y en 8y 1n 7y 6n 3y 1n 4y 5n 1y 2n 2y 5n 4y 1n 1y 3n 2y 2n ay 6n 2y 2n cy 13n 1y 4n 2y 1n 1y
1n 2y 1n 1y 4n 5y 2n 6y 3n 18y 2n by 2n 4y 4n 1y 2n 2y 2n 4y 2bn 2y 8n 1y 28n 5y 1n 1y 1n 3y 5n 5y 3n 4y 1n 3y
5n 1y 1n 100y 1n 203y 4n 3y 2n 1y 2n ey 2n 2y an 2by 8n 1aby an 2y 8n ce3dy 6n 5y 2n a2y 2n 12y 1n 1y 1n 1cy 1n
1y 1n 1dy 1n 1y 1n 1y 2n 1y 2n d777y 1n 39y 1n 39y 1n 39y 1n 39y 1n
""", _MIRRORED)
