"""Names and places by locale, and how they are put together there."""

_EN_FEMALE = """Abigail Alice Amanda Amy Andrea Angela Anna Ashley Audrey Barbara Betty Brenda Carol Caroline Catherine
Charlotte Christina Claire Cynthia Daisy Deborah Diana Donna Dorothy Eleanor Elizabeth Ella Emily Emma Erin Eva Faith
Fiona Florence Grace Hannah Harriet Hazel Heather Helen Holly Isabel Ivy Jacqueline Jane Janet Jennifer Jessica Joan
Josephine Joyce Julia Karen Kate Kathleen Kelly Kimberly Laura Lauren Lillian Linda Lisa Lucy Margaret Maria Martha Mary
Megan Melissa Michelle Molly Monica Nancy Naomi Natalie Nicole Nora Olivia Pamela Patricia Paula Rachel Rebecca Robin
Rosemary Ruby Ruth Samantha Sandra Sarah Sharon Sophia Stella Stephanie Susan Teresa Tina Tracy Valerie Vanessa Victoria
Violet Wendy""".split()
_EN_MALE = """Aaron Adam Adrian Alan Albert Alexander Andrew Anthony Arthur Austin Benjamin Bernard Bradley Brandon Brian
Bruce Calvin Carl Charles Christopher Colin Craig Curtis Daniel David Dennis Derek Donald Douglas Dylan Edward Edwin
Elliott Eric Ethan Eugene Evan Francis Frank Frederick Gabriel Gary George Gerald Gordon Graham Gregory Harold Harry
Henry Howard Hugh Ian Isaac Jack Jacob James Jason Jeffrey Jeremy Jerome Joel John Jonathan Joseph Joshua Julian Justin
Keith Kenneth Kevin Lawrence Leonard Lewis Liam Louis Lucas Marcus Mark Martin Matthew Michael Nathan Neil Nicholas Noah
Oliver Oscar Patrick Paul Peter Philip Ralph Raymond Richard Robert Roger Ronald Roy Russell Ryan Samuel Scott Sean Simon
Stanley Stephen Stuart Theodore Thomas Timothy Tyler Victor Vincent Walter Warren Wayne William""".split()
_EN_LAST = """Abbott Adams Alexander Allen Anderson Armstrong Arnold Bailey Baker Barnes Barrett Barton Bennett Berry Bishop
Blake Bradley Brooks Brown Bryant Burke Burton Butler Campbell Carpenter Carr Carter Chapman Clark Cole Coleman Collins
Cook Cooper Cox Crawford Cross Cunningham Curtis Davidson Davies Davis Dawson Dean Dixon Douglas Doyle Duncan Edwards Elliott
Ellis Evans Farmer Ferguson Fisher Fleming Fletcher Ford Foster Fowler Fox Francis Fraser Freeman Gardner Gibson Gilbert Gordon
Graham Grant Gray Green Griffin Griffiths Hale Hall Hamilton Hansen Hardy Harper Harris Harrison Hart Harvey Hawkins Hayes
Henderson Hicks Hill Holmes Hopkins Howard Hudson Hughes Hunt Hunter Jackson James Jenkins Jensen Johnson Johnston Jones Jordan
Kelly Kennedy King Knight Lambert Lane Lawrence Lawson Lee Lewis Lloyd Long Marsh Marshall Martin Mason Matthews Miller
Mills Mitchell Moore Morgan Morris Morrison Murphy Murray Nelson Newman Newton Nichols Norton Oliver Owens Page Palmer Parker
Parsons Patterson Payne Pearson Perkins Perry Peters Phillips Pierce Porter Potter Powell Price Quinn Ray Reed Reynolds
Richards Richardson Riley Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Sanders Scott Shaw Simmons Simpson Smith
Spencer Stephens Stevens Stewart Stone Sullivan Taylor Thomas Thompson Thomson Townsend Tucker Turner Wade Walker Wallace Walsh
Walters Ward Warren Watson Watts Weaver Webb Webster Welch Wells West Wheeler White Wilkins Williams Williamson Willis Wilson
Wood Woods Wright Young""".split()
_COUNTRIES = """Afghanistan|AF Albania|AL Algeria|DZ Andorra|AD Angola|AO Argentina|AR Armenia|AM Australia|AU Austria|AT
Azerbaijan|AZ Bahamas|BS Bahrain|BH Bangladesh|BD Barbados|BB Belarus|BY Belgium|BE Belize|BZ Benin|BJ Bhutan|BT Bolivia|BO
Botswana|BW Brazil|BR Bulgaria|BG Burundi|BI Cambodia|KH Cameroon|CM Canada|CA Chad|TD Chile|CL China|CN Colombia|CO
Comoros|KM Croatia|HR Cuba|CU Cyprus|CY Denmark|DK Djibouti|DJ Dominica|DM Ecuador|EC Egypt|EG Eritrea|ER Estonia|EE
Ethiopia|ET Fiji|FJ Finland|FI France|FR Gabon|GA Gambia|GM Georgia|GE Germany|DE Ghana|GH Greece|GR Grenada|GD Guatemala|GT
Guinea|GN Guyana|GY Haiti|HT Honduras|HN Hungary|HU Iceland|IS India|IN Indonesia|ID Iran|IR Iraq|IQ Ireland|IE Israel|IL
Italy|IT Jamaica|JM Japan|JP Jordan|JO Kazakhstan|KZ Kenya|KE Kiribati|KI Kuwait|KW Latvia|LV Lebanon|LB Lesotho|LS Liberia|LR
Libya|LY Liechtenstein|LI Lithuania|LT Luxembourg|LU Madagascar|MG Malawi|MW Malaysia|MY Maldives|MV Mali|ML Malta|MT
Mauritania|MR Mauritius|MU Mexico|MX Moldova|MD Monaco|MC Mongolia|MN Montenegro|ME Morocco|MA Mozambique|MZ Namibia|NA Nauru|NR
Nepal|NP Netherlands|NL Nicaragua|NI Niger|NE Nigeria|NG Norway|NO Oman|OM Pakistan|PK Palau|PW Panama|PA Paraguay|PY Peru|PE
Philippines|PH Poland|PL Portugal|PT Qatar|QA Romania|RO Rwanda|RW Samoa|WS Senegal|SN Serbia|RS Seychelles|SC Singapore|SG
Slovakia|SK Slovenia|SI Somalia|SO Spain|ES Sudan|SD Suriname|SR Sweden|SE Switzerland|CH Tajikistan|TJ Thailand|TH Togo|TG
Tonga|TO Tunisia|TN Turkey|TR Turkmenistan|TM Tuvalu|TV Uganda|UG Ukraine|UA Uruguay|UY Uzbekistan|UZ Vanuatu|VU Venezuela|VE
Vietnam|VN Yemen|YE Zambia|ZM Zimbabwe|ZW""".split()
COUNTRIES = [item.split("|") for item in _COUNTRIES]
_US_STATES = """Alabama|AL Alaska|AK Arizona|AZ Arkansas|AR California|CA Colorado|CO Connecticut|CT Delaware|DE Florida|FL
Georgia|GA Hawaii|HI Idaho|ID Illinois|IL Indiana|IN Iowa|IA Kansas|KS Kentucky|KY Louisiana|LA Maine|ME Maryland|MD
Massachusetts|MA Michigan|MI Minnesota|MN Mississippi|MS Missouri|MO Montana|MT Nebraska|NE Nevada|NV New_Hampshire|NH
New_Jersey|NJ New_Mexico|NM New_York|NY North_Carolina|NC North_Dakota|ND Ohio|OH Oklahoma|OK Oregon|OR Pennsylvania|PA
Rhode_Island|RI South_Carolina|SC South_Dakota|SD Tennessee|TN Texas|TX Utah|UT Vermont|VT Virginia|VA Washington|WA
West_Virginia|WV Wisconsin|WI Wyoming|WY"""


def _states(text):
    return [tuple(item.replace("_", " ").split("|")) for item in text.split()]


LOCALES = {
    "en_US": {
        "female": _EN_FEMALE, "male": _EN_MALE, "last": _EN_LAST,
        "prefix_female": ["Mrs.", "Ms.", "Miss", "Dr."], "prefix_male": ["Mr.", "Dr."],
        "suffix": ["MD", "DDS", "PhD", "DVM", "Jr."],
        "states": _states(_US_STATES),
        "city": ["{prefix} {last}{ending}", "{prefix} {first}", "{last}{ending}", "{first}{ending}"],
        "city_prefix": ["North", "East", "West", "South", "New", "Lake", "Port"],
        "city_ending": ["town", "ton", "land", "ville", "berg", "burgh", "borough", "bury", "view", "port", "mouth",
                        "stad", "furt", "chester", "fort", "haven", "side", "shire"],
        "street": ["{last} {suffix}", "{first} {suffix}"],
        "street_suffix": """Alley Avenue Branch Bridge Brook Bypass Circle Court Cove Creek Crossing Drive Estate Field
Forest Garden Gate Glen Green Grove Harbor Heights Hill Hollow Island Junction Knoll Lake Landing Lane Lodge Loop Manor
Meadow Mill Mission Oval Park Parkway Pass Path Pike Pine Place Plain Plaza Point Port Ranch Ridge River Road Route
Row Run Shore Spring Square Station Street Summit Terrace Trail Turnpike Union Valley View Village Walk Way
Well""".split(),
        "building": ["#####", "####", "###"],
        "street_address": "{building} {street}",
        "secondary": ["Apt. ###", "Suite ###"],
        "postcode": ["#####"], "address": "{street_address}\n{city}, {state_abbr} {postcode}",
        "country": ("United States of America", "US"),
        "phone": ["(###)###-####", "###-###-####", "+1-###-###-####", "001-###-###-####", "###.###.####",
                  "###-###-####x###", "(###)###-####x####", "##########"],
        "company_suffix": ["Inc", "and Sons", "LLC", "Group", "PLC", "Ltd"],
        "tlds": ["com", "com", "com", "com", "com", "biz", "info", "net", "org"],
        "iban": ("GB", "????##############"), "currency": "USD",
    },
}
LOCALES["en_GB"] = dict(
    LOCALES["en_US"], states=_states("""Kent|KEN Surrey|SRY Essex|ESX Devon|DEV Cornwall|CON Norfolk|NFK Suffolk|SFK
Dorset|DOR Somerset|SOM Cumbria|CMA Durham|DUR Lancashire|LAN Cheshire|CHS Derbyshire|DBY Wiltshire|WIL Fife|FIF
Gwynedd|GWN Powys|POW Antrim|ANT Down|DOW"""),
    postcode=["??# #??", "??## #??", "?# #??", "?## #??"],
    address="{street_address}\n{city}\n{postcode}", country=("United Kingdom", "GB"),
    secondary=["Flat ##", "Flat #", "Studio #"],
    building=["#", "##", "###"],
    phone=["+44##########", "0#### ######", "(0###) ### ####", "0### ### ####", "07### ######"],
    tlds=["com", "co.uk", "org.uk", "net", "org", "info"], currency="GBP")
LOCALES["de_DE"] = {
    "female": """Alexandra Andrea Angelika Anja Anke Annette Antje Barbara Beate Birgit Brigitte Britta Carola Christa
Christiane Claudia Cornelia Dagmar Doris Elke Erika Eva Franziska Frauke Gabriele Gerda Gisela Greta Gudrun Hannah Hedwig
Heike Helga Hildegard Ilse Inge Ingrid Irmgard Jana Johanna Julia Jutta Karin Katharina Kerstin Lena Luise Manuela Margarete
Marianne Martina Monika Nadine Petra Renate Rita Rosemarie Sabine Sandra Silke Simone Sofie Stefanie Susanne Svenja Tanja
Ulrike Ursula Ute Waltraud""".split(),
    "male": """Achim Albrecht Alexander Andreas Anton Armin Axel Bernd Bernhard Bruno Carsten Christian Christoph Clemens
Daniel Detlef Dieter Dietmar Eberhard Eckhard Emil Ernst Felix Florian Frank Franz Friedrich Georg Gerd Gerhard Günter Gustav
Hans Harald Hartmut Heinrich Heinz Helmut Herbert Hermann Holger Horst Hubert Ingo Jan Joachim Jochen Jörg Johann Josef
Jürgen Karl Klaus Konrad Kurt Lars Lothar Ludwig Manfred Markus Martin Matthias Max Michael Moritz Norbert Oliver Otto Peter
Philipp Rainer Ralf Reinhard Roland Rolf Rudolf Rüdiger Sebastian Siegfried Stefan Thomas Thorsten Tobias Udo Ulrich Uwe
Volker Walter Werner Wilhelm Wolfgang""".split(),
    "last": """Albrecht Arnold Bauer Baumann Beck Becker Berger Bergmann Böhm Brandt Braun Busch Dietrich Engel Ernst Fischer
Frank Franke Friedrich Fuchs Graf Groß Günther Haas Hahn Hartmann Heinrich Herrmann Hoffmann Horn Huber Jäger Jung Kaiser
Keller Klein Koch Köhler König Kraus Krause Krüger Kuhn Lang Lange Lehmann Lorenz Ludwig Maier Martin Mayer Meier Meyer
Möller Müller Neumann Otto Peters Pfeiffer Pohl Richter Roth Sauer Schäfer Schmid Schmidt Schmitt Schneider Scholz Schreiber
Schröder Schubert Schulte Schulz Schumacher Schuster Schwarz Seidel Simon Sommer Stein Thomas Vogel Vogt Voigt Wagner Walter
Weber Weiß Werner Winkler Winter Wolf Wolff Ziegler Zimmermann""".split(),
    "prefix_female": ["Frau", "Dr."], "prefix_male": ["Herr", "Dr."], "suffix": ["B.Sc.", "M.Sc.", "B.A.", "MBA."],
    "states": _states("""Bayern|BY Berlin|BE Brandenburg|BB Bremen|HB Hamburg|HH Hessen|HE Niedersachsen|NI Saarland|SL
Sachsen|SN Thüringen|TH Rheinland-Pfalz|RP Sachsen-Anhalt|ST Schleswig-Holstein|SH Baden-Württemberg|BW
Mecklenburg-Vorpommern|MV Nordrhein-Westfalen|NW"""),
    "city": ["{name}"],
    "cities": """Aachen Augsburg Bamberg Berlin Bielefeld Bochum Bonn Bremen Celle Chemnitz Coburg Cottbus Darmstadt Dortmund
Dresden Duisburg Düsseldorf Erfurt Erlangen Essen Flensburg Freiburg Fulda Gera Gießen Göttingen Greifswald Gütersloh Hagen
Halle Hamburg Hameln Hannover Heidelberg Heilbronn Hildesheim Ingolstadt Jena Karlsruhe Kassel Kempten Kiel Koblenz Köln
Konstanz Krefeld Landshut Leipzig Lübeck Lüneburg Magdeburg Mainz Mannheim Marburg Münster Nürnberg Oldenburg Osnabrück
Paderborn Passau Potsdam Regensburg Rostock Saarbrücken Schwerin Siegen Stuttgart Trier Tübingen Ulm Weimar Wiesbaden
Würzburg Zwickau""".split(),
    "street": ["{last}{suffix}", "{first}-{last}-{long}"],
    "street_suffix": ["straße", "weg", "allee", "gasse", "platz", "ring"],
    "street_long": ["Straße", "Weg", "Allee", "Gasse", "Platz", "Ring"],
    "building": ["##", "#", "###", "#/#"], "street_address": "{street} {building}", "secondary": ["Wohnung ##"],
    "postcode": ["#####"], "address": "{street_address}\n{postcode} {city}", "country": ("Deutschland", "DE"),
    "phone": ["+49(0)##########", "(0####) ######", "0### ########", "+49 #### ######"],
    "company_suffix": ["GmbH", "AG", "KG", "OHG mbH", "e.V.", "Stiftung & Co. KG"],
    "tlds": ["de", "de", "de", "com", "net", "org"], "iban": ("DE", "##################"), "currency": "EUR",
}
LOCALES["fr_FR"] = {
    "female": """Adèle Agathe Agnès Alice Amélie Anaïs Andrée Anne Audrey Aurélie Aurore Brigitte Camille Catherine Cécile
Céline Chantal Charlotte Christelle Christine Claire Clémence Corinne Danielle Denise Dominique Élise Élodie Émilie Emma
Françoise Gabrielle Geneviève Hélène Inès Isabelle Jacqueline Jeanne Joséphine Julie Juliette Laure Léa Louise Lucie Madeleine
Manon Margaux Marie Marthe Martine Mathilde Michèle Monique Nathalie Nicole Noémie Odette Pauline Renée Sabine Sandrine
Sophie Stéphanie Suzanne Sylvie Thérèse Valérie Véronique Virginie Yvette Zoé""".split(),
    "male": """Adrien Alain Alexandre Alfred Alphonse André Antoine Arthur Auguste Augustin Benjamin Benoît Bernard Bertrand
Charles Christophe Claude Clément Daniel David Denis Édouard Émile Emmanuel Éric Étienne Eugène Fabien François Frédéric
Gabriel Georges Gérard Gilbert Gilles Grégoire Guillaume Guy Henri Honoré Hugues Jacques Jean Jérôme Joseph Jules Julien
Laurent Léon Louis Luc Lucas Marc Marcel Martin Mathieu Maurice Michel Nicolas Olivier Pascal Patrick Paul Philippe Pierre
Raymond Rémy René Richard Robert Roger Roland Sébastien Simon Stéphane Théodore Thibault Thierry Thomas Tristan Victor
Vincent William Xavier Yves Zacharie""".split(),
    "last": """Adam Albert André Arnaud Aubert Bailly Barbier Baron Barre Benoit Bernard Berger Bertrand Blanc Blanchet Bonnet
Boucher Bourgeois Bouvier Boyer Brun Brunet Carlier Caron Carpentier Chevalier Clément Colin Collet Cordier Courtois Cousin
David Delaunay Denis Devaux Dubois Dufour Dumas Dumont Dupont Dupuis Durand Duval Étienne Fabre Faure Fernandez Fleury
Fontaine Fournier François Gaillard Garnier Gauthier Georges Gérard Girard Giraud Gros Guérin Guichard Guillot Hamon Hardy
Henry Hubert Humbert Jacob Jacquet Joly Klein Lacroix Lambert Laporte Laurent Lebrun Leclerc Lefebvre Legrand Lemaire Lemoine
Leroux Leroy Levy Lopez Lucas Maillard Mallet Marchal Marchand Marie Martel Martin Masson Mathieu Maury Mercier Meunier Meyer
Michaud Michel Millet Moreau Morel Morin Moulin Muller Nicolas Noël Olivier Paris Pasquier Perret Perrin Petit Philippe Picard
Pichon Poirier Poulain Prévost Renard Renaud Rey Reynaud Richard Rivière Robert Robin Roche Roger Rolland Rousseau Roussel
Roux Roy Royer Salmon Sanchez Schmitt Simon Tanguy Thibault Thomas Tessier Vaillant Vallet Vasseur Vidal Vincent
Voisin""".split(),
    "prefix_female": ["Mme", "Dr"], "prefix_male": ["M.", "Dr"], "suffix": [],
    "states": _states("""Bretagne|BRE Normandie|NOR Occitanie|OCC Corse|COR Île-de-France|IDF Grand_Est|GES
Hauts-de-France|HDF Nouvelle-Aquitaine|NAQ Pays_de_la_Loire|PDL Centre-Val_de_Loire|CVL
Bourgogne-Franche-Comté|BFC Auvergne-Rhône-Alpes|ARA"""),
    "city": ["Saint {first}{ending}", "Sainte {first}{ending}", "{last}{ending}", "{last}"],
    "city_prefix": ["Saint", "Sainte"],
    "city_ending": ["-sur-Mer", "-les-Bains", "-la-Forêt", "-le-Roi", "-Ville", "nec", "dan", "bourg", "boeuf"],
    "street": ["{suffix} de {last}", "{suffix} {first} {last}", "{suffix} {last}"],
    "street_suffix": ["rue", "avenue", "boulevard", "chemin", "place", "impasse"],
    "building": ["#", "##", "###"], "street_address": "{building}, {street}", "secondary": ["Appartement ##"],
    "postcode": ["#####"], "address": "{street_address}\n{postcode} {city}", "country": ("France", "FR"),
    "phone": ["+33 (0)# ## ## ## ##", "0# ## ## ## ##", "+33 # ## ## ## ##", "0#########"],
    "company_suffix": ["SA", "S.A.", "SARL", "S.A.R.L.", "S.A.S.", "et Fils"],
    "tlds": ["com", "com", "net", "org", "fr", "fr", "fr"], "iban": ("FR", "###########???????????##"), "currency": "EUR",
}
LOCALES["es_ES"] = {
    "female": """Adela Adriana Ainhoa Alba Alicia Amparo Ana Ángela Antonia Aurora Beatriz Belén Blanca Carla Carmen Carolina
Catalina Cecilia Clara Concepción Consuelo Cristina Daniela Dolores Elena Elisa Emilia Encarnación Esperanza Esther Eva Fátima
Francisca Gloria Inés Irene Isabel Josefa Juana Julia Laura Leonor Leticia Lidia Lorena Lucía Luisa Manuela Margarita María
Marina Marta Mercedes Miriam Mónica Montserrat Natalia Nieves Noelia Nuria Olga Paloma Patricia Paula Pilar Raquel Rocío Rosa
Rosario Sandra Sara Silvia Sofía Sonia Susana Teresa Verónica Victoria Virginia Yolanda""".split(),
    "male": """Adrián Agustín Alberto Alejandro Alfonso Alfredo Álvaro Andrés Ángel Antonio Arturo Benito Bernardo Bruno Carlos
César Cristian Cristóbal Daniel David Diego Domingo Eduardo Emilio Enrique Ernesto Esteban Eugenio Felipe Fernando Francisco
Gabriel Gonzalo Gregorio Guillermo Gustavo Héctor Hugo Ignacio Isidro Iván Jaime Javier Jesús Joaquín Jordi Jorge José Juan
Julián Julio Lorenzo Lucas Luis Manuel Marcelo Marcos Mariano Mario Martín Mateo Mauricio Miguel Nicolás Óscar Pablo Pascual
Pedro Rafael Ramón Raúl Ricardo Roberto Rodrigo Rubén Salvador Samuel Santiago Sergio Tomás Vicente Víctor""".split(),
    "last": """Aguilar Alonso Álvarez Arias Benítez Blanco Bravo Caballero Cabrera Calvo Campos Cano Carmona Carrasco Castillo
Castro Cortés Crespo Cruz Delgado Díaz Díez Domínguez Durán Esteban Fernández Ferrer Flores Fuentes Gallardo Gallego García
Garrido Gil Giménez Gómez González Guerrero Gutiérrez Hernández Herrera Herrero Hidalgo Ibáñez Iglesias Jiménez León López
Lorenzo Lozano Marín Márquez Martín Martínez Medina Méndez Molina Montero Mora Morales Moreno Moya Muñoz Navarro Nieto Núñez
Ortega Ortiz Parra Pascual Pastor Peña Pérez Prieto Ramírez Ramos Rey Reyes Rivera Rodríguez Romero Rubio Ruiz Sáez Sánchez
Santana Santiago Santos Sanz Serrano Soler Soto Suárez Torres Vargas Vázquez Vega Velasco Vicente Vidal""".split(),
    "prefix_female": ["Sra.", "Dra."], "prefix_male": ["Sr.", "Dr."], "suffix": [],
    "states": _states("""Madrid|M Barcelona|B Valencia|V Sevilla|SE Málaga|MA Murcia|MU Cádiz|CA Zaragoza|Z Granada|GR
Toledo|TO León|LE Burgos|BU Girona|GI Huelva|H Jaén|J Lugo|LU Navarra|NA Soria|SO Teruel|TE Zamora|ZA"""),
    "city": ["{name}"],
    "cities": """Albacete Alicante Almería Ávila Badajoz Barcelona Bilbao Burgos Cáceres Cádiz Castellón Ceuta Córdoba Cuenca Girona
Granada Guadalajara Huelva Huesca Jaén León Lleida Logroño Lugo Madrid Málaga Melilla Murcia Ourense Oviedo Palencia Pamplona
Pontevedra Salamanca Santander Segovia Sevilla Soria Tarragona Teruel Toledo Valencia Valladolid Vitoria Zamora
Zaragoza""".split(),
    "street": ["{suffix} {first} {last}", "{suffix} de {first} {last}"],
    "street_suffix": ["Calle", "Avenida", "Plaza", "Paseo", "Ronda", "Camino", "Vía"],
    "building": ["#", "##", "###"], "street_address": "{street} {building}", "secondary": ["Piso #", "Puerta #"],
    "postcode": ["#####"], "address": "{street_address}\n{city}, {postcode}", "country": ("España", "ES"),
    "phone": ["+34 ### ### ###", "+34###### ###", "+34 6## ## ## ##", "9## ### ###"],
    "company_suffix": ["S.L.", "S.A.", "S.L.U.", "S.Coop.", "y asociados S.L."],
    "tlds": ["com", "com", "net", "org", "es", "es", "es"], "iban": ("ES", "####################"), "currency": "EUR",
}
LOCALES["it_IT"] = {
    "female": """Adriana Alessandra Alessia Alice Angela Anna Antonella Antonia Arianna Aurora Barbara Beatrice Bianca Camilla
Carla Carolina Caterina Cecilia Chiara Cinzia Clara Claudia Cristina Daniela Donatella Elena Eleonora Elisa Emma Fabrizia Federica
Fiorella Francesca Gabriella Gaia Giada Gianna Ginevra Giorgia Giovanna Giulia Giuliana Giuseppina Grazia Ilaria Irene Isabella
Laura Letizia Lidia Lorenza Luciana Lucia Ludovica Luisa Maddalena Marcella Margherita Maria Marina Marta Martina Matilde Michela
Monica Nicoletta Ornella Paola Patrizia Raffaella Rita Roberta Rosa Rossana Sara Serena Silvia Simona Sofia Sonia Stefania Teresa
Valentina Valeria Veronica Virginia Vittoria""".split(),
    "male": """Alberto Aldo Alessandro Alessio Alfredo Andrea Angelo Antonio Armando Arturo Bruno Calogero Carlo Cesare Claudio
Corrado Dario Davide Diego Domenico Donato Edoardo Emanuele Emilio Enrico Enzo Ettore Fabio Fabrizio Federico Ferdinando
Filippo Flavio Francesco Franco Gabriele Gaetano Giacomo Gianluca Gianni Giorgio Giovanni Giuliano Giulio Giuseppe Graziano
Guido Ignazio Ivo Lamberto Leonardo Lorenzo Luca Luciano Luigi Marcello Marco Mario Martino Massimo Matteo Mauro Michele
Nicola Ottavio Paolo Pasquale Patrizio Pietro Raffaele Renato Riccardo Roberto Romeo Rosario Ruggero Salvatore Sandro Saverio
Sergio Silvio Simone Stefano Tommaso Ugo Umberto Valerio Vincenzo Vito Vittorio""".split(),
    "last": """Amato Barbieri Baroni Basile Battaglia Bellini Benedetti Bernardi Bianchi Bianco Bruno Caputo Carbone Caruso
Castelli Catalano Cattaneo Cirillo Colombo Conte Conti Coppola Costa Costantini De_Luca De_Rosa De_Santis Esposito Fabbri
Farina Ferrara Ferrari Ferraro Ferri Fiore Fontana Franco Gallo Garofalo Gatti Gentile Giordano Grassi Grasso Greco Guerra
Guidi Leone Lombardi Lombardo Longo Mancini Marchetti Mariani Marini Marino Martinelli Martini Martino Mazza Messina Milani
Monti Morelli Moretti Negri Neri Orlando Palmieri Palumbo Parisi Pellegrini Pellegrino Piras Poli Ricci Rinaldi Riva Rizzi
Rizzo Romano Rossetti Rossi Ruggiero Russo Sala Sanna Santoro Sartori Serra Silvestri Sorrentino Testa Valentini Villa Vitale
Vitali""".replace("_", " ").split(),
    "prefix_female": ["Sig.ra", "Dott.ssa"], "prefix_male": ["Sig.", "Dott."], "suffix": [],
    "states": _states("""Roma|RM Milano|MI Napoli|NA Torino|TO Palermo|PA Genova|GE Bologna|BO Firenze|FI Bari|BA Catania|CT
Venezia|VE Verona|VR Messina|ME Padova|PD Trieste|TS Brescia|BS Parma|PR Modena|MO Perugia|PG Cagliari|CA"""),
    "city": ["{prefix} {first}", "Borgo {first}", "{first}{ending}", "{last}{ending}"],
    "city_prefix": ["San", "Quarto", "Sesto", "Settimo"],
    "city_ending": [" a mare", " lido", " ligure", " del friuli", " salentino", " calabro", " veneto", " nell'emilia",
                    " umbro", " laziale", " terme", " sardo"],
    "street": ["{suffix} {first} {last}", "{suffix} {last}"],
    "street_suffix": ["Via", "Viale", "Piazza", "Vicolo", "Strada", "Corso", "Contrada", "Incrocio"],
    "building": ["#", "##", "###"], "street_address": "{street}, {building}", "secondary": ["Appartamento #", "Piano #"],
    "postcode": ["#####"], "address": "{street_address}\n{postcode} {city} ({state_abbr})", "country": ("Italia", "IT"),
    "phone": ["+39 ### ## ## ####", "+39 0## #######", "+39 3## #######", "+39 06 ########"],
    "company_suffix": ["SPA", "e figli", "Group", "s.r.l."],
    "tlds": ["com", "com", "net", "org", "it", "it", "it"], "iban": ("IT", "?######################"), "currency": "EUR",
}
JOBS = """Accountant Actor Actuary Administrator Agronomist Animator Archaeologist Architect Archivist Artist Astronomer Auctioneer
Auditor Baker Barista Barrister Biologist Bookbinder Bookkeeper Botanist Brewer Broker Builder Buyer Cabinet_maker Camera_operator
Caretaker Carpenter Cartographer Cashier Chemist Chef Chiropractor Civil_engineer Claims_adjuster Cleaner Composer Conservator
Copywriter Counsellor Courier Curator Dancer Data_analyst Database_administrator Dentist Designer Dietitian Diplomat Dramatist
Economist Editor Electrician Engineer Estate_agent Event_organiser Farmer Film_editor Financial_adviser Firefighter Fisher Florist
Forester Furniture_designer Gardener Geologist Glassblower Goldsmith Graphic_designer Hairdresser Historian Hotel_manager
Hydrologist Illustrator Immigration_officer Insurance_broker Interpreter Jeweller Journalist Judge Landscape_architect Lecturer
Legal_secretary Lexicographer Librarian Locksmith Logistics_manager Magazine_editor Make-up_artist Marine_scientist
Market_researcher Mason Mathematician Mechanic Mechanical_engineer Metallurgist Meteorologist Midwife Miller Musician Naturalist
Naval_architect Network_engineer Nurse Oceanographer Optician Orthodontist Painter Paramedic Patent_examiner Pathologist
Personnel_officer Pharmacist Photographer Physicist Physiotherapist Pilot Plumber Podiatrist Police_officer Postal_worker Potter
Press_officer Print_maker Product_manager Psychologist Public_librarian Purchasing_manager Quantity_surveyor Radio_producer
Radiographer Ranger Receptionist Recruiter Roofer Sailor Sales_executive Sculptor Seismologist Ship_broker Social_worker
Software_engineer Solicitor Sound_engineer Stage_manager Statistician Stockbroker Surgeon Surveyor Systems_analyst Tailor
Tax_adviser Teacher Technical_author Textile_designer Toxicologist Town_planner Trade_mark_attorney Translator
Travel_agent Treasurer Tree_surgeon Upholsterer Veterinarian Video_editor Warden Warehouse_manager Watchmaker Web_designer
Welder Writer Youth_worker Zoologist""".replace("\n", " ")
JOBS = [job.replace("_", " ") for job in JOBS.split()]
CATCH = [
    """Adaptive Advanced Ambient Automated Balanced Centered Cloned Compatible Configurable Customized Decentralized Digital
Distributed Diverse Enhanced Expanded Extended Flexible Focused Fundamental Future-proof Grounded Horizontal Immersive
Innovative Integrated Intuitive Inverse Managed Mandatory Modular Monitored Networked Open Optimized Organic Persistent Phased
Polarized Portable Proactive Programmable Progressive Public Quality Reactive Realigned Reduced Right-sized Robust Seamless
Secured Self-enabling Sharable Stand-alone Streamlined Switchable Synchronized Synergized Team-oriented Total Triple Universal
Upgradable Versatile Virtual Visionary""".split(),
    """24-hour actuating analyzing asymmetric bandwidth-monitored bottom-line client-driven cohesive content-based context-sensitive
dedicated didactic directional discrete dynamic encompassing even-keeled executive explicit fault-tolerant foreground
full-range global grid-enabled heuristic high-level holistic homogeneous human-resource hybrid impactful incremental intangible
interactive intermediate leading-edge local logistical maximized methodical mission-critical mobile modular motivating
multimedia multi-state national needs-based neutral next-generation non-volatile object-oriented optimal optimizing radical
real-time reciprocal regional responsive scalable secondary solution-oriented stable static systematic systemic tangible
tertiary transitional uniform upward-trending user-facing value-added web-enabled well-modulated zero-defect""".split(),
    """ability access adapter algorithm alliance analyzer application approach architecture archive array artificial attitude
benchmark budget capability capacity challenge circuit collaboration complexity concept contingency core database
definition emulation encoding encryption extranet firmware flexibility forecast framework frame function functionality
groupware hardware help-desk hierarchy hub implementation infrastructure initiative installation instruction interface
intranet leverage local matrix methodology middleware migration model moderator monitoring moratorium neural open orchestration
parallelism policy portal pricing process product productivity project projection protocol service software solution standard
strategy structure success support synergy task throughput time-frame toolset utilization website workforce""".split(),
]
COLORS = """AliceBlue|#F0F8FF Aqua|#00FFFF Aquamarine|#7FFFD4 Azure|#F0FFFF Beige|#F5F5DC Bisque|#FFE4C4 Black|#000000 Blue|#0000FF
Brown|#A52A2A Chocolate|#D2691E Coral|#FF7F50 Crimson|#DC143C Cyan|#00FFFF DarkBlue|#00008B DarkGreen|#006400 DarkOrange|#FF8C00
DarkRed|#8B0000 DeepPink|#FF1493 FireBrick|#B22222 Fuchsia|#FF00FF Gold|#FFD700 Gray|#808080 Green|#008000 Indigo|#4B0082 Ivory|#FFFFF0
Khaki|#F0E68C Lavender|#E6E6FA LightBlue|#ADD8E6 LightGreen|#90EE90 LightPink|#FFB6C1 Lime|#00FF00 Linen|#FAF0E6 Magenta|#FF00FF
Maroon|#800000 MintCream|#F5FFFA Navy|#000080 OldLace|#FDF5E6 Olive|#808000 Orange|#FFA500 Orchid|#DA70D6 PaleGreen|#98FB98 Peru|#CD853F
Pink|#FFC0CB Plum|#DDA0DD Purple|#800080 Red|#FF0000 Salmon|#FA8072 SeaGreen|#2E8B57 Sienna|#A0522D Silver|#C0C0C0 SkyBlue|#87CEEB
Snow|#FFFAFA SteelBlue|#4682B4 Tan|#D2B48C Teal|#008080 Thistle|#D8BFD8 Tomato|#FF6347 Turquoise|#40E0D0 Violet|#EE82EE Wheat|#F5DEB3
White|#FFFFFF Yellow|#FFFF00""".split()
COLORS = [tuple(item.split("|")) for item in COLORS]
CURRENCIES = """AUD|Australian_dollar BRL|Brazilian_real CAD|Canadian_dollar CHF|Swiss_franc CLP|Chilean_peso CNY|Renminbi
CZK|Czech_koruna DKK|Danish_krone EGP|Egyptian_pound EUR|Euro GBP|Pound_sterling HKD|Hong_Kong_dollar HUF|Hungarian_forint
IDR|Indonesian_rupiah ILS|Israeli_new_shekel INR|Indian_rupee ISK|Icelandic_krona JPY|Japanese_yen KES|Kenyan_shilling
KRW|South_Korean_won MAD|Moroccan_dirham MXN|Mexican_peso MYR|Malaysian_ringgit NGN|Nigerian_naira NOK|Norwegian_krone
NZD|New_Zealand_dollar PEN|Peruvian_sol PHP|Philippine_peso PLN|Polish_zloty RON|Romanian_leu SEK|Swedish_krona
SGD|Singapore_dollar THB|Thai_baht TRY|Turkish_lira USD|United_States_dollar VND|Vietnamese_dong ZAR|South_African_rand"""
CURRENCIES = [tuple(item.replace("_", " ").split("|")) for item in CURRENCIES.split()]
