//! Words that people, organisations and addresses are composed of. Every combination is fictional.

/// First names of many origins; none is more frequent than another.
pub const FIRST_NAMES: &str = "\
    Aaltje, Abdel, Adriana, Ahmed, Aisha, Albert, Aleksandra, Ali, Alya, Amal, Amina, Anders, \
    Andrea, Anke, Annelies, Anouk, Ari, Arjan, Ayse, Bart, Beatriz, Bernadette, Bilal, Bram, \
    Brigitte, Carla, Carlos, Casper, Cem, Chantal, Charlotte, Chinedu, Cornelis, Daan, Daniela, \
    Derya, Dewi, Dieuwke, Dilek, Dirk, Dunya, Eefje, Elif, Elisabeth, Emeka, Emre, Erik, Esra, \
    Esther, Evelien, Farid, Fatima, Femke, Floor, Folkert, Frederik, Geert, Gerda, Gijs, Giulia, \
    Goran, Greetje, Hakan, Hamza, Hanneke, Hans-Peter, Harmen, Hatice, Hein, Hilde, Hind, Huub, \
    Ibrahim, Ilse, Imane, Ingrid, Irene, Iwan, Jacqueline, Jan, Jan-Willem, Janneke, Jasmijn, \
    Jelle, Jerzy, Jochem, Joke, José, Joyce, Judith, Kadir, Karim, Katarzyna, Kees, Khadija, \
    Klaas, Latifa, Laurens, Leyla, Lieke, Linh, Lotte, Lucía, Maaike, Maarten, Magdalena, Malika, \
    Marek, Margriet, Marie-Louise, Marieke, Matthijs, Mehmet, Mei, Merel, Michiel, Milena, Mira, \
    Mohamed, Naima, Nadia, Niels, Nina, Noor, Oksana, Olivier, Omar, Pascal, Paulien, Piet, Pim, \
    Priya, Quinten, Rachida, Rajesh, Renée, Rinske, Roos, Ruben, Saïd, Samira, Sander, Sanne, \
    Selma, Siska, Sjoerd, Stefan, Tamar, Teun, Thijs, Tineke, Tuğba, Umar, Veerle, Wendy, Wietske, \
    Wil, Willem, Xander, Yara, Yusuf, Zeynep, Zoë";

/// Surnames with their prefix, among them ordinary words, diacritics and compounds.
pub const SURNAMES: &str = "\
    Aalbers, Abdullah, Achterberg, Aerts, el Amrani, van Amstel, Arslan, Aydın, Baas, Bakker, \
    ten Bakel, El Bakkali, Balk, Barends, van Beek, Ben Salah, Benali, van den Berg, Berends, \
    Blauw, de Bloeme, Boersma, van den Boom, ter Borg, Bos, Bouzid, Brands, de Bree, Brouwer, \
    Bruinsma, de Bruyn, Buijs, Burgers, Çelik, Chaudhry, Chen, Claassen, van Dalen, Dekker, \
    Demir, Deniz, van Dijk, Dijkstra, Doğan, van Doorn, Doornbos, Driessen, Duran, van Duin, \
    Eikelboom, Engels, Erdoğan, van Es, Evers, Ferreira, Feenstra, Fokkema, Franken, García, \
    van Gelder, Gerritsen, ten Have, Gonzalez, de Graaf, Groen, de Groot, Groothuis, Haan, \
    El Haddad, Hagen, van Ham, Hamdi, Hartog, van der Heide, Heijmans, Hendriks, ter Heuvel, \
    in 't Hout, Hoekstra, van der Hoeven, Hofman, Hofstra, van den Hoogen, Huisman, Ibrahimi, \
    IJzerman, Jacobs, Jagessar, Jansen, Janssens, Jonker, de Jong, Kaya, Kamphuis, Keizer, \
    Kılıç, Klaver, Kloosterman, Kok, de Koning, Kooistra, Koster, Kowalska, Kramer, Kruithof, \
    Kuipers, Kumar, van der Laan, Lambrechts, de Lange, van Leeuwen, Lindeman, Lopes, Lubbers, \
    Maas, Mansouri, Martens, van der Meer, Meijer, Meulenbelt, Molenaar, Moreno, Mulder, Müller, \
    Nagel, Nguyen, Nieuwenhuis, Nijland, Novak, van Oers, Okafor, Olthof, Oosterhuis, van Os, \
    Oudshoorn, Özdemir, Öztürk, Palm, Peeters, Pham, van der Ploeg, Polman, Postma, Prins, \
    van Putten, Quist, Rahimi, Ramdin, van Rijn, Rietveld, de Roos, Rossi, Ruiter, Sahin, \
    Santos, Schaap, Schipper, Scholten, Schouten, Silva, Simons, Singh, Slager, Smeets, Smit, \
    Snoek, van Soest, Spaans, Spijker, Staal, van Straten, Şimşek, Tahiri, Tak, van Tiel, \
    Timmermans, op den Toren, Tuinstra, Uijlenbroek, Ünal, Veenstra, van de Velde, Verbeek, \
    Verhagen, Vermeulen, Visser, Vlieger, de Vos, de Vries, Vroom, Wagenaar, Wang, van Weert, \
    Westra, de Wilde, Willems, Winter, de Wit, Wolters, van Wijk, Yıldız, Yılmaz, Zandstra, \
    van der Zee, Zijlstra, Zomer, van Zuilen, Zwart";

/// What an organisation is, before its proper name.
pub const ORGANISATION_KINDS: &str = "\
    Waterbedrijf, Netbeheer, Energiecoöperatie, Afvaldienst, Warmtebedrijf, Reinigingsdienst, \
    Milieudienst, Gasbedrijf, Drinkwatergroep, Kabelmaatschappij, Zonnepark, Windcollectief";

/// What an organisation is called.
pub const ORGANISATION_NAMES: &str = "\
    Noordermeer, Oosterveen, Westerduin, Zuidergouw, Middelsluis, Hoogbroek, Laagveld, Rietkade, \
    Molenwaard, Dijkzicht, Brinkhoek, Vlietland, Eikenhorst, Zandloper, Waterhoek, Heideroos, \
    Kromme Beek, Nieuwe Maat, De Schakel, Drie Bruggen, Groene Stroom Collectief, Het Verlaat";

/// Streets that no town has.
pub const STREETS: &str = "\
    Voorbeeldkade, Verzonnenlaan, Nergensweg, Proefstraat, Fictiesingel, Denkbeeldplein, \
    Modelpad, Zomaarstraat, Oefenhof, Schijnstraat, Schetsdijk, Dromerslaan";

/// Towns that no map has.
pub const TOWNS: &str = "\
    Ons Dorp, Nieuw Voorbeeld, Oud-Verzinsel, Waterhoven aan Zee, Sint Nergens, Proefwoude";
