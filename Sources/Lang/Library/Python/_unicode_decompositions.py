"""What characters are composed of, as Unicode 14.0 has it.

The text is compressed. Its first line says how far each character lies behind the last one, its second which kind of
decomposition it has, its third the parts: the first by its distance from the last first one, the others as they are.
"""
import base64
import zlib

_KINDS = ("noBreak", "compat", "super", "fraction", "", "sub", "font", "circle", "wide", "vertical", "square",
          "isolated", "final", "initial", "medial", "small", "narrow")

_TEXT = """
c-rk<X_g!*ul@g4ksF9}n1`P^?!(>gUPUba>0UuhIaJnQx9u-aWCaAH5JG??sBdOhc5WAUerNfp>lSZ&<-ZQ`H+;|MxlXrz{F^E6rF+x{fA`COsIJG4!
|NY-!#i`{!`s)u^{AZuAU=P;2GiVxBmUi*;LR@Wg8Z%9)>`*%UD~&M{q}7N3<S`L8yWT&Ay|jmf`s2X?i*nKogI(x^3SgRHHCzKy9WcvN|iCmSn@l!?c
RjuTSKT~KnmZ={O6lih&Z2jUJ;Z3-sRF-CSO{QRIX@<aaYXFRYd=bT;HUjc)p8o#+0<$Euzx*-S@QnX1)>Kj`)!>9P5`{|I`N~(Y=#G-}C&_vGEm8u)E
jukthC!Fz0vjvajZkZ<X5z+E<nTV;}e7SpRM=;Gb9>Ec-d_bgHSl&{9Qt*Tz2znD0kXbsylrcd@Jz-RF(|s%6Wbzm?nF9DDf(_whHylocp-Qt?q&ewe{
h2Mew6@Md}awQ5>l5_JE>y8X5Zo^zg0FW!2K+d4tF5?2xoeZ%zsuOM8ON3uTn{=(32^SHmTXltX{?QTDw@4lW}{>c#Q!QVfUxeq_EMelxNJU-eHr5`!5
z5l8I;WYeuUeBNXWLGi&efPWKX4aPcw1NrWYkuMB_1xWBxSKlx*TTau1Lq&O7+Md^c^#YHJ*~NobkP05Q=@y$`LE{>eEk0qi**ln1vjUh{OM-6cQMkqR
<*pI-&XAXr##^aF}lAY99UCuuKt}P;<Nkl@{f_we|LofP)j*y`j<)n{hNBc@4LT>TT4FUa=g1>exJq3F9(fZ>2KZLl<pU6hr6pL`U*JRjfHb~NtRyEZ@
7bh;o$ZBCUlg{=h&;tHT=!oZZVZ*YP{V-m)tc&ZjzArhZBmsGci63eY%=n-fUZl4@&ya79@W);C9(G1A?Emw}8gC)_-rL{r7M45^BGm*YkQl@cf^d<^;
D=ci;(sz@tKdx5MoZhhtguR-Ew_t+YQCuh-Tl+bwiA6<%V%ey~+vkFodmTKGwI_gc&yXzY!ic(#Xr#1pTcuPi;ho=?&2>v=sh=dk|)9ohv)Tf0l2y)%0
}!*8B@uJ@1W=Ccgfb&;Mr3Vg3q&Sl;z$-nV@UP$qH2Kky^%uhbQgaO!3duANRmtyoce9EUriRP=H99i|Z#^56!ZGS0lV9ift3_t(5ivTnKelP^)_3OX)
KQEm9r|4gI#cL<}dS1`(Cf~JpWU9AzWnWOA#c{p%_O#Lbb^On~KUU`Bkb5vZfbB7OA86FIC-jP5zh{2#SN-`v^cOz;`(4Q3UCq})?eAoC{p}VZ?kaW}?
(T;#OK@xdn;{zr9}w!zqWsq(_GSYg^nzP3;kSPE)6ZsZj$it->v0eszMr2M-#h7jW^(@377_1l%fmL7-~6%Z_4^^eC(!JE^7D}mL3%x}=k>gv*YkQ_&+
GZ)o*$%?{h`06i2mjEQ<+y(e!ZCb^}L?f^FR6gpLe6#c~iy|$00@WhS8SMj)Sf8VaMviILK?~T^?;7laqA9FHMl3Aeq(Y#yQN&+ZdK>`PMpos|oMDBu9
bnX38>#JK>S#*oWn(2W8r^{KBxQe~5|Q;2oWTZW^1zPglm~3|<RktZj+i*c|=LV{`QLI5ubS_WJW-y_=$zU~Eb@*I+y@N<Uq0U@Y=l;*X!c<$W4CT7%h
zJ;KudX6f6y*VtUfZW`%!2Sy(9&3?F>Ggh-pXN;q_F@6}EGr0O5*z8+m@i^}rCBLUX%zkXnwneu{c>&}N8Y<(BcHO0KgveO3TB8LH*Po&8Y(9<nUk+yk
!Wo3u3Aq?hOQ#vL4GD2o5!mDMGd=jU#$RJ>)1noPfnzjh!y3F(*S3=4x?~&c8jf=HIb+}Fx-2VdB4@RTA;u0+*+t+Y6BqK{(xr<_h)Z6#Zry!0tUn7Ha
MACJHr{HqwGIA{#-@j{_2aP~v!7DDOKtGXpJ7cIzOLw%T`-L_Yd4g!>CTjvnM26S4hz|=Q|B>SP>hTjnVW1K-I&m?GE<L3sT`lCu}2I}Lo%2rtHT&`MS
ed@QDY2NNLPTw@?fyqj{{O9EE_@`!7H40H!fs{n>kL9&YLlN?QOSsr^UO`g4Z0O>Tq|n(~~R<u%(mEGWl>_?%+JyFL-D$waM0EJ%b;bHUz;=MQPF*^E@
xfI)!?EI@8Kz5+Wltq%3&fb$%b)SGkctD4AKMvKrTgm21ALW0&RSWvoqpVwGrNjjP1oUVm=b(W2zE{IuDuN-kxUIJieeZKtz!-u0&|ZWoIiZ4J8=L69j
1&<31=ZUi><Q{1ev;#ffjT<KX2w=(FM&S@z&(}}h0sy~kU_I!iW!?lZdT)Z`;@*Olp_+mYr1;BdB?528PI=p>z>~1ef6W`z$dlt24vGl9sO4uDDM&-ey
#6#2)4@}Ot(Dy;=kxCCzspWgH46}m4qvW=-s5qYDnE5vHMv2Fx6NnLFWwJVXWX4-EpQIWq%;a<g6F41()6p*kd^!m|+O#{%`X1$<4~`8u*D6WRd)XeOF
~;3RRzTL!iC1q>=j9MV-<OO9??pOAc*dn*bX<xI;)P$>3BRN_pDNX24mVEPQ~c<7Ps+gyGkV~J=G;u$0=+szs#ezY-ec&4bAs<z&@wsU>Iq4p3Mq}6PX
3IvSxOvJK>->36){o9JY3<ek_*X&DG$y`@)9L+G$UCiU=*Ktz@UmJH;>?>9(y$#wPNnpitNkkD4>qTA;1cO!vV7nmHZSvfMF=z?GvVWSyiDtAq-{|I4j
zgN=7ExtW>SIU>*a1Bh+|2+6Mk*6M;t)u||`(Wy1v4h@BwtP^GSdb%2XH)5XSgHah@aQ@XaM^g6?O%sQJz1KHb?nQtw1-Dzx&&C29;(>7>5ZEABSEt6`
wx~>r?L}l8I^@p;7X~R_CZ0?3nZXrI8&0$e97()3Q+=S~*!hPJ>Wo%9^EmssdVg0y8<pLpZF2$EM+xPa_+)2h?S2UrE3(Pw`82v*C%>$66@f&26dWE~Y
xm}CZcU<^$aLZ3Ax5f`+Mmtc+%!Mt9ZW6oT7s#>8dEDiEwWr(m-Mk06wPD%J^6w#o?NVejh&G$nyO_ZO5X_>L*yT9bb;^Y2WS(>-^>WMg_^V@cYQApXr
twqSp<%2!IdReGMg@Gxu`F>u*e$8nQQw1|WJgj;EGyoUb9N8l-N3NrmhXeV?YTSrxn3t<00Mq-7p~6%64ro(RNs%tLD`#a(D_GL^ldBpnF@lxYT>iJRv
<yJ+<3{%oocmrxtchEhzUT9S!K+|KbcXgNUMy--_0ncuG5A`X{}kMwfWhW#C67)e=rKNN$ZUH>5P7zG1v$A$m_J_QQELh8=nTKgqEdlq}C0!>;6mr*>c
xJV$HiUQeZV!^%N}S>8rZoMFCQjrn6WdtH4MWQ}oD6xF$!*g8gyt{DUjNrv8UkFl1c=sxYT_Qj2IlmCr=>O}4qmI};ZfTklxQ?m>bAT9uxu&O!xbJ1L-
_!4Xhe0p+#YS~hKQZMBuDw#EqtY^Y-Ms<KGp1(<S!a&>{;LF^^Og3TM@$eJ+J8!bVpCEO_0xn;u}rBc1Mp!UGT+RQF~S(OjYUzt=^aZ1q{`@DiZT1_1<
rrHVptuF*G&Q5rV9T|0WZLm1mR;3mXA%G2q6&0JfaTHg;+&snRgs3bz1rAH)+?g-9Kz4C3cQ91?!BM}56E!HRe~^?C+h#)9w~2E>3ajhpixg$*T!t2eT
o}?LV2*yVH)iDt(!!DwH;&wHLIrZQkG_*SChUfd>~cflem0N221g$R6PdK-E<4}{ZpO@ueNx?F*DMQNL|$5?G>jVsi2SkA;tG|>gutUR%Ha#&D90eLf{
avl7fyJ^T{uF^bQ;rGf;65lY|yc@x1M`uF3_=`hu8X?r`CGxum$x()I!>&>L6iiSqtR~qJk8R*#kG&xoKPTq=BuI4_!8WV0qGgL-)q<v2XCrD>$EgL-&
?R*L&MHBzk4X0i0C6)P;D;Zv*MV3+bw~-^O(cifCohke;W2I#s^Z&8@^$AYFJ-Vs0faQY=aw(u|%G>7ps~I~h6}F=!aLji<ubbE|>G%be1F=MLxsan$e
OoHgjIeydsXBBPcylx(%^l7nd#n;r!|JY|ps>d`>!7a#Zh`A)dY4fsWnRvMOB8YC_Ms`h0>uu9u9w#xMYFG`}GJef*xomucgXL<5kswSwD(B(H)3?Oe;
nXS3LxuLnSxv9Cixuv<ax%@Zrlh@8(H+%i;4YN1S-ZXpj>@BmmPS9#?6};F!`68Z_iF?~z*IeJ+(A?PE)ZE<M(%e?DmIp+p*5uUMn_6R2YiVlDOs$QnH
88c-rPj2xZ|<SF$L5}zdv5MU-Q2LATm8A!pIiO8)t_7axz(Rr{khejTm6~!yLe+FdF#m^$RnFknVf2!2e*!JVbKr~?RWl!VFj(SKf#r`$F_lFO@WZuLF
W@OE5ur`_;o2Ev_M8{Fmp?Lg!Rg5PKF!2NtOZ_n<Iov5+c)~#~Xtz%3>>kHDWeH&J30)_=pa|VfoC$ce5KqGRR+;OZb4)Ad?V=r(*;bAZ~=7W%P;SYs(
qP%8ZWEt<4NX5i%{~OE{3M)C+{)07uxBq$?h4080R6<VI;g9x0}RP(T{PW<)Se0T<c~fR0F+@<V_sV}$6t5PVtJjF2-+60iZOK-O83uZ$HP=%nG&hzf8
ds}rU{J0(i!fjKEe%E*AwV=fR*6Qv6!IzmM{CgMXPA$CCdJ|tF9*$Myxup~tlNFe%^8AKpNPoSlejm?kJNX+=qOG!<FO(tX0g&#^IWZRF98zJep1)3_^
<H&dQz=Or)NaO<pvgVSKK>!uZ6wQzfi4X_sI<&t8cL4~<hM@B$KN6A#6?AH$G6KYfRrJWh9pROZt=h^Vm_j{|6ZBMLbbU1lQDO}(t#M!J_*;Ql9W1cxz
9)J2*AUyc%s!qn?K#f6V0$dBZ^~Y^vcF^da&zrXr?~^SP)DpCtg4K-0!q~8a*C#d@w{Gx3tu6p!U7xKaEpP~=lLe~4j5rlQ5jY775N@)kz!<(3vUfv(7
Tpm-X3^e{*!o9>=07%<{4eP(hYlnfVg0E@h$s3ETJ4UUs&9tAOo3Pt=M8g8Ro!2V^R$p^jc)dmS<H>o3Jc)+TG_TUz~ht^5w}_C*NW69Vg#;@?E;mPPJ
J(`R01@N_GLz>eH`3<N7nLKlA#tu0Id!&*S>@y#BnbKJ6Mv9;Qyq#$1<tUe{Zv2sB}TxQ^9QTDEZReH6~+IE6Lb$8<XMu-X<E(e~wur1MkQlrFZ|C=1!
X{4ssuVdkYyUlyk9T5PqamLq0+=}W0|UrZIZpUUeCnCe?QVlbz^DC*0ba@_ZYQk|f3htMHCcj!ZIEsux3WXq|?hKsSiykqWdi+!n8Cv03g)fIc*ci)Aj
IGe%BJSN*>WExEvU|xoy>|13A9aT2)&Ncnr9D!CoW7j&ng<ly|AsvlMPNTi`wGMnD<=Pp7lB%_bJPkg~97=nQ9%*dC5KQ9cn(<hfsWVjT1#8C)5fp4&F
nLFlgzp6^6R`Y|DXW5sQRZf&aa^@HuCWFud@@iXQX^JdxyV8+Rcy^G1QfN@Ox8v@UQwxB0XP{U2@(xh)uhN3sPPa|$chx}OO&KKD_I&eE*VTjV<UwbvS
4v+m~?;EtcKzq0SyQU8CuOyAii=Gh`qDF@9+8o2cLX=%+XyGz1&B2pHrWM-4H}?838J#fE6Q18jCcabt38nc<b>~{5)Ot$4*kJb&BrKNrr0-1qQ1*V7Y
Rl4cJkqZA|*-146M(*{k8&1vCF?j{r3xXX^8T3ytHUr#P57^-)dc_Ovqd^dI2gU#80HT-2Ur9GOguT11{z1+d4$;=ES~X(#FzAfFhirPv;D@eA<J3eb^
3$5tT)j_0_|jM$@DCOOU393}|PW>NV9i;A2%>au{=Z!@dE=ezh;AwW1Br*<#u*Gf)`tfL~!O;GP=#GNz^3n1PbP_2U&_;nKkT0e$GKh9b7)IqNk%gaM<
RV&o3r;leA(3?E<-Z3nIJ}iozKt6_65CLmcM))TRTB3K^s>6giZM9v~i4xS_FKFHN$OD?P&x?kf8{PU|$>Fjg`@?A_q?1$QO6`Ggn~V=-(X_)wTNM^an
ESndG<05C0|vK%VJf#nIrp+crgWnT6$O`hbnh>7x3cx;tVP+mlz9O4Q3nb+ZO4BbQTyY9gw1v=_*<jC7ocrilFVWNDOWxP9gH(=CrxALk#w2z9^8zV<A
hxoWRa86C-!rWa`@bO*G@h+`TXPylP^xbH2L!6E0b@6@x67(3=$z{;|yjg;)mI)hv+Rsv_gS6bQOY&T{@}I?BJT~Y2+w5WX~#V_r%$@=F%n$@1>q}klf
zO5;h$V2dPn}uZt|lWgWNY!V=1)h^dU`#_}#Q#o(iaJO{!Y0k+RO+6K^D0A+%GZ1T+;sU>lEvy{YTtQJMN7T>@tH`Sr=d;m^Qs4q2-G+aFevOf!52Z~T
%Rkwde;HB^-Rf?mvom7O`qFlq9hQTME19^acx{grWQHun=C%~w7&PJ$<O!sL46+MS;(2kVGG+%0-pxD78hVG)E)pvs@`}Rh2a%*|U$l$UAZ^YmOF;gIG
PC#oUrsd6a4gFIf)5$(psBm9(K`ySN77&YkH6hG2w5O6Rso@x*lzk0XKoHfQks>GxWMN9GWy(n7T%2D*&mL6og<$|=IVIw=mcg<z*I}+HUyd#2$Z`WU2
n)ziI*P*<2W`!2_XSZU%76lkaGof=nfx|!i-n3l<g^tcyt+bcJ~#RN<O`E8PQEnx^5iR%ulBnBn>wOv!?#u%``QeK6J&##usVfwRam|3w_Je4*l>;Sot
32C$r>CVPyt7W-9U}tS;oSYII8YDgPZsWqvJ?HPJwcIz-|$Hp^$hMDL~4Ju>_TBbg;Pg5I1J|^dK-8GFK>RYmq$`w4POVPg%xBz{bV<42g2VAg(xhV<A
>f24eJLrI{82a?9fzDOOoAp`8(%nrZ=fk*u<Xh5*cP_Yx^thT=eWMgpkpwImBq+GL2J0W1WmJctmHu|TN}oH!ca;!I3QXfZ+{J~J@jj@+P0CI`usfq8w
*G9(Lj&q#|yHRSoZLVllN^9Nb8;c12hsXMmT(L&6ezy+-|NbrF(9uQE~gb^+{OEAC|{EEvnKMo3Tn<2xJO=qM<FbrsAzgGz{1mTd<%U+U+OrRJ)fFA|+
Q>2s(ws$5$unysV;ocQJlGSbpL?F9L2#s;TD3{C)Id+mJQqd97G$8?rlfpfv(TQg86~H)HHdaGphY%p-=R{%*@C~JJt&qwK#&E)*K>kld^MD3hNXT<xP
n!yM1UbAzAHpChLpPEvlmU>9I||~V$1p-ykZKBMV3rFb3hQvjSps-o1Qa0k0q+S~iX{8#DEy9caoXG%2~HI7bHXG3L9T@)C7W@}-G79h6|GO8%20S@N{
D8Jc}ErGI*4Xv#BsOG_Ii+;p>82L9wtasc32hnOD!;0k{Hmow5N=qFg=C?60$~mLGs}AfGg-qpD|bhkQgiAl>IeG-b2QUfnqBgD?s?14J`G8P^lW6M2H
d`hq=ujIs@v2AUN<5DhX(r3g!jD83qA_xKb6!qd;~NAg!>TwhdqfLRB702$++U2n{@nmvlH-mZ7?-4#p2)GSY=O8d1>K9)<)N8k9)Y49A!)GHhjlOBB{
e9w>pLg9;glF#vOfoC5OQg7rj#T`8EFP^<t4Y(gOxiK<`<%mfNf%F*PYI2qdLW^@qwT%@i@?K&bAV}TlJ7tx6khORuUAU&888d0LdVKWZ11Y0HJGyEB5
ClS&a)%#h)a~6V8sMw;Co=-fy=cIlqM>wb8CP5ekl@JVw66DvZVDLfll%NcBINjtSw5U)V(#!-}L~C`DM>oN420etvaZCvJEr!Y<VJN@=bWhUlA#*YiC
QPlEG|YipLZM_~rw1t+$6@4w7K^rEM1dW#80mf-9+Xua2$wU>V4*r3Rq04QKmr&QqD1P(q=A&5WsVt8CipltlprP{Px5q`5irK2KcHtc&}3vBpAzna&U
DP-BRQwEm;@pG0V+c%A#hGdiVspktke{uZ!@j2pbr#alZ<%KFUGu38B`?5j$w@{4XMaiaJ~kSm^MJ1f$B|gJJ3?ViKLNuPtadrdW1|3tp@2^ishi4ge(
w4Nf<rP8excn-_d{=RaR<zVHl>08e|zcwxI4yJUZkMfx@7xiQE@Z4O!3%8P=FTf?zLEwdpEVpaX2vKps3Zn#m$OB#r_(Y|bzRI#8FP9Toa9Qi}>`Rr|=
ZtJD}9u+RZzCmMfL1N}DolPo$ySSegpAkSo&kQ7P*5z5CLWZ9D@OP!;d9;9Z1kZ?ZEVv#9aw{WqE@0b%Mc9HJ`mh}k2IzOfpjnLyk8X?Q(135GgclufP
Z>e<(nba(qC|-$2p#v#CExrc{fPvP5BEm!A8`7z_-|mT6cPIVhyjTTCY=C8_dAP9k;#9t2GZarptZqiCg7xW!gRZ&KTk471fN+%*qFVLYO=<l*^+?xCv
JA=y3X4RnpqJJwsEd-~!aq!q^tuK}h&5<kWx)=&*9}jeK!%K2Pm4Nka`eqZlI<PJ{66NzJ1yR2exJ<t9qQ^0Jz}pOMC?e_j+>+q7fEqgWfe=KosXokJ<
W~qUhguEy@D#<sm0wYVUuQ4%e}f_@%v<3PItn!3$IHEk8tt~-o7f$Cfq-f7bj{GrW3v$^&VJnWI<Lq?y$2!!qenCPrgg{K`POFT8wN{r01w~Nz}UZTGN
)cz9fx(rX07<aNV)@y73+%C~>`6vG3@8GbL^gx!+;=;ZS@l*4`Q_HwVd^Lvc0m?hnY14MqFrfDdofKDGC5`A_815a~DnFg<&0*#kHIcHu8~!XZ^!Hcb&
eMTcdj_VF+r>U#Lxr1~L06EWC3McvK)fC_nJl8%mP+uy$ruy=E?Ztc+wnn6&wN_$Owe$n3pZi%396K@h;hsK@eoJ(JeJx|mTX9AuF5^Hi-VQq*K6)j9q
lU8*cCs>aY;<lw+)jPw|*~V1LX_=$pZPAd~cU*$i(Y*BCszd>t(b0VNKG2I&+EQmz^0lu{Xj|r;WAif*EMT5nzMp(`LjG~%JKyQ_O}E}8levy{w@&3<)
p1;r&hc@_)lGqGU%iQ}a0AgeRHH!5U9w-7(_*{tcG+$jHbc1SraE=Res0u$5op7f9L1Nm=v>7ParXMj8|He#)K@bV;4Yt@)Xru3sk;c>c?R@2bDlWQZ4
+&^Ol}6%PN2HEO&u2U!#KA;FS>f}&0+2^@<Ij2*10$`F-dizvax#y*Mj+{%O|v~kgfWOPQ|^bZUqUUVrZ2@QxOX1$kIyLPZOta6%p9l{My;{?HspWO9&
X`>#`^Yp^jy7n!<Gqghe^HWg#7pJ%kDeNW@%-?HCFVPvK-8#26B;_dS_HsT4#X0}s~ec9oW;h4wmBIpD|@ZU1@BOm9FL`vDh7>BpkmY@>V7Sk)Ih3_J)
!Yw-al;5bWGEKj&Wrn{|6ZLn$air`2Y1#HL%2;;_fEeK{N8&jcYXg=i&%7M;3`aDHn#>vxyATREo9%RSK(}UbNc?PfN-?o3|4gXv2z4AWd=1=5b)<0mx
a+lEFe({crcb6z&w`RxR_%RgPLULi+EkB^|$b;LEu5^<(oZkRldOhx0%?~n?3oIMD5vSwnCp<7s!M#+xQVH#r0cxo$p{+uhAcP$xRF<WZWALh_;Cbv9C
u5*F^{PNsHbcwzRI#g16`BIdK50^lAJhguLm%pSfYw!t+a(1wRn9=$lWV51Sy+VAz^tkis1M*IWp~9<j0>J&%NVI2u$B58xKWWy;ah_bj?vL=Xs!y!_3
MC*UiZXi3(tc&C^ZyCjkOPZ8q~tIrh9_gduQ6y!i^pl>Ymq|K{1e_VG&<A>_>G?b7eM;u>Fqv3v<IQ6;(iy8M5_dXHPr{(A-RyC5wAeH=E|#=DM+(O-9
=?c6YF?gziF@N@d~CIbas^r)zRQsh;Os<l1nzi&NXTOLm(W_X|M3y87$^bmi0KyA|vEnzDZvs(sb;C)K1EGCEb-zwy9Op=_$m(Dmh<()*#!Uawa3T%J%
?1pP1_%(gFZUf_HL927UyaC2PMuMf1*>PbnjComm%q0s5;PE?nwSVihZ##VLsUT;?7dRuQJjW8I2NCBp2I2AMoy{<X&y5qZLg{h=62EDF_8Im5=#D&UX
N|~6*0#!7nSX45>?B1%SK^t`w+#An3Pgc!O&o>?l|C=a$R~a$1ixnJn@9%g)2-D9HhIWoK^iz5L6kj_X7}~kL&`#)ucBU}2vw)$U$P4|PVn6FRon`E&_
}U3S(@!?`bA$clUq3V0+}KY__LGavZS}`~l9KgH$E32;%Qc&11GEYx;lvco4)#R#M>bvsR?ZQxw4)9tVj!X=xWs^$_*fv2*i$><q2hXe>+}M?a2R=YCy
csbl~idMS&W*EVylL|0_>$+hLxkEbtBFq(6mIxeKOeb7Knsgjl5k7CUUUY8GICW6L~f|8s3#<D1I{q`C$BFJ<uTq%Dya>%*$?JDO5pvAz9ulFqy}|*48
+hJQdlmanG$5c-&jYO7l0Gui`eU%-vm8Qz}n+L&2fHLen9~Bilhja31xj{nJjuPX025$3vOIvmWKKO{C$c@N~*kdUrZaX<}^QvYUiGv8ynob2j*!oUGQ
&p;x(w=H?Qp!wq8X3I&)JO8?;QVccbk`@%--yDD#1r|E6xjSMUzItpnEje2pT7WT;!Od*!Iq1`Em+aUxuu;j|T{unO*M-6Y4G|loBW{4wi+j3x)hGGa9
Qt_?~UYUTa>GYbBZV&^DPVVcCkdWhz%|S2aaFK>a;^KZWhDDxEfMqYPy1+G0ffswQO*jY1RJg03c8<J|3^35#x$s0LHqHVH4Nptq%?=2KJTp;z32QM)l
=b|lheVGTQaHe#U<c@7ph=@c@q#b%vJG70Z(-`M=31~ebhKWh?G|r16W7vQns;0PEg|q80dXU)+$g*;4r8X`YO6{*z>Q-nw6W1pi)TZD(ng%vK6&vgFB
8$bqbsD2H3=OA-XH>DZq2YEbkR{vE7+BxSTUxtql8InD2XFnTwH%`V@_&=ZX_HM*$M$2MiI!zRTYOAV#3=DGe_E;i;KYph>c#;MO!ixW4lHS7Ll-ZQ;X
h&>qcNn%WDiAZ$U95^8^wV?{8s8!<rdKJ4UvIg`}i~2$#Tp-Wd5Hx=L%hOf%FLiN%PcSv4)yO`+937bkkH44P|A%`h;B*>%wWM<C=c5WwEi()84tNFf%
>vX=TCm{-HDT>6`~^#%k&vXdbWX^C^Z{e&EgHr+hIEUkvIBl@2aXlW$kY|dV5&y<G(R#mAa(1cATqKz2x5bVJoHfnPI-wIom83f*5ZgoJHcAbauv;|Et
-W>G~c3VQ>xn-eOS@6;1leX;O4rKne<iZ=#bpU2wvcoItcq0nU8Id|s7XT}E2t1{~Xrm9iVN4^s){$5(leX)gW~~J_jG<^=B|lxfGJnOOb-3pT6rV7xg
tbTND2z-h7)w<TXxmaD|JUOU6gmMFdQ*#_MX_3w&>p!=t*}CMY_a&!G+McV!hB?ZdDzl}6=tOv{LH8~qh;zN3c)jxtr9mWf@w%AE-im$wxZ^#@>UH;Lw
2wlJ?0)^#SWGrL`TbX-cQe~e>fjHa3TuS86FG>JXjv*2{3Hs6-deO2!XS(q?b6JX9zS=_PpyJ>kN~E3Ljfpju&-QmINzlSaj<hL0qJyN+Vr1#TDM(8zK
+h<)m}8!?Z%EGHs`GvCS-1=L+c%*xpjo$)V+Z)JDmiLp%A3K_F~CL3m3x94&eWr#*E0KrfnDm76%lyz_-LAZ}-Vme<q33YU!wyvD@^sIKry@vCj<l_eP
O%EKX+qG}qPc#jD%R2~+PgtYhu2-t+TN!L)~&OsxK66$)YrNJcsvx}o4w}a8L{tE*dmK&@8Q3EqR7Gg4SvfRQui(uW3c?8zZmj7x7pdxh{_10t#<AB0p
3QaR+GQy<FI+r4Ajb6?1X(W&Sl%au}S=e=|9ZNV6!x?B)DxqaDB;qi7rVfvnF45W-2ZLm_#s7_hZ<HqQ%72yMQXmI*$zy}Wn{ar@!jRuu-smLrRpJR5K
oD>^3Rg{eoKWJq9@yFAe~$2~1n>!*QUcoqSxPt#tjN@X11B=I70%eanhQs1a0W)!bZSvAT$zVXNPvZRsOpuELZnKq1$Txy9DjfzIqqbYMF2vOrdG|!g8
{Y%&}9ugD<Vr?og4wSMUD94Pzg9Igb5M$hPoT8f$IfXbzt}Djp3ONSv&=fh03W<7Cr?tDkeo)a|d0BIMyR6c>NXV)3HGacE<2NE!wtY*5%OyFl6+ua31
{610I1vnAf9VSm$9H7N>xnfT}s9oYDX2QapM9C#&L^^?o2s$sWg>{vWjJ1Ka
"""


def table():
    """The decompositions of characters by their numbers."""
    steps, kinds, parts = zlib.decompress(base64.b85decode(_TEXT.replace("\n", ""))).decode().split("\n")
    found, code, first = {}, 0, 0
    for step, kind, part in zip(steps.split(), kinds.split(), parts.split("|")):
        distance, *others = part.split()
        code, first, kind = code + int(step, 16), first + int(distance), _KINDS[int(kind)]
        found[code] = " ".join(["<%s>" % kind] * bool(kind) + ["%04X" % first, *[other.zfill(4) for other in others]])
    return found
