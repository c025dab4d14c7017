"""The words from which texts are made; no provider of names or places needs them."""

WORDS = """able about above accept across act activity add address advice after again agree ahead air allow almost alone
along already also always among amount animal another answer any appear apple area arm around arrive art ask attack
autumn away baby back bad bag ball bank basket be beach bear beat beautiful become bed before begin behind believe below
best better between big bird bit black blue board boat body bone book born both bottle bottom box boy branch bread break
bridge bright bring brother brown build burn business busy but butter buy cake call calm camera can car card care carry
case castle cat catch cause center chair chance change cheap check cheese child choose church circle city class clean
clear climb clock close cloth cloud coat coffee cold color come common company compare cook cool copy corn corner cost
count country course cover cow crowd cry cup cut dance danger dark daughter day deal dear decide deep design desk detail
dinner direction discover dish doctor dog door double doubt down draw dream dress drink drive drop dry during dust each
early earth east easy eat edge effect egg eight either electric else empty end energy engine enjoy enough enter equal
escape even evening ever every exact example expect explain eye face fact fair fall family famous far farm fast father
favor feel fellow few field fight figure fill film find fine finger finish fire first fish fit five flat floor flower fly
follow food foot for force forest forget form forward four free fresh friend from front fruit full fun game garden gate
gather gentle get gift girl give glad glass go gold good grand grass gray great green ground group grow guess guide
habit hair half hall hand happen happy harbor hard hat have head hear heart heat heavy help her here high hill his hold
hole holiday home honest hope horse hospital hot hotel hour house how hundred hunt hurry ice idea if image imagine inch
include increase indeed industry insect inside instead interest into iron island it jacket job join journey joy judge
jump just keep key kind king kitchen knee know ladder lake lamp land language large last late laugh law lead leaf learn
least leave left leg lend less lesson let letter level lift light like limit line lion list listen little live local lock
long look lose lot loud love low luck lunch machine main make man many map mark market master matter may meal mean
measure meat medicine meet member metal method middle might mile milk mind minute mirror miss mistake mix model modern
moment money month moon more morning most mother motion mountain mouth move much music must name narrow nation nature
near neck need neighbor neither never new news next nice night nine noise none north nose note nothing notice now number
object ocean of off offer office often oil old once one only open opinion orange order other our out outside over own
page paint pair paper parent park part party pass past path pattern pay peace pen people perhaps period person picture
piece place plain plan plane plant plate play please plenty pocket point police poor popular position possible pot pound
power practice prepare present pretty price print prize problem produce program promise proper protect proud prove public
pull purpose push put quality quarter queen question quick quiet quite rabbit race radio rain raise range rather reach
read ready real reason receive record red regular relax remember rent repair repeat reply report rest result return rich
ride right ring rise river road rock roll roof room root rope rose round row rule run safe sail salt same sand save say
scale school science sea search season seat second secret see seem sell send sense sentence serious serve set seven
several shade shake shape share sharp she sheep sheet shelf shine ship shirt shoe shop shore short should shoulder shout
show side sign silence silver similar simple since sing single sister sit six size skin sky sleep slow small smell smile
smoke smooth snow so soap soft soil some song soon sort sound soup south space speak special speed spell spend spoon
sport spread spring square stage stairs stand star start state station stay steam steel step stick still stone stop
store storm story straight strange stream street strong student study sudden sugar suggest summer sun supply suppose sure
surface surprise sweet swim system table tail take talk tall taste teach team tell ten tennis term test than thank that
the theater their then there these they thick thin thing think third this those though thought thousand thread three
through throw thumb ticket tie time tiny title to today together tomorrow tone too tool tooth top total touch toward tower
town toy trade train travel tree trip trouble true trust try turn twelve twenty two type under unit until up use useful
usual valley value various very view village visit voice wait walk wall want warm wash watch water wave way weak wear
weather week weight welcome well west wet what wheel when where which while white who whole why wide wild will win wind
window wine winter wire wise wish with without woman wonder wood word work world write wrong yard year yellow yes yet you
young zero""".split()
