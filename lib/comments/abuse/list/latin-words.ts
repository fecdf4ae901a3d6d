import type { AbuseWords } from './abuse-kinds';

/**
 * In Latin letters: Bengali as it is typed, and English. Compared by `latinKey`, under which kh/k, ch/chh, sh/s, v/bh,
 * f/ph, z/j, ee/i, oo/u and doubled letters fall together, so each needs one spelling only.
 */
export const latinWords: AbuseWords = [
  ['slur', 3, 'malaun, malauner baccha, malur baccha, malaur, katmolla, rendia, paki kutta, rendian'],
  [
    'slur',
    2,
    'hijra, hizra, hijla, kanglu, kangladeshi, rajakarer baccha, sakka, chakka, half ladies, nastik er baccha, murtad, tokai',
  ],
  ['slur', 1, 'nastik, kafer, rajakar, munafik, jongi'],
  [
    'sexual',
    3,
    'choda, chuda, chudi, chudir bhai, chudirbhai, chodna, chudna, chodon, chudani, chodani, chudmarani, chodmarani, chutmarani, chutia, chutiya, chudbo, chodbo, chudmu, chude, chudte, chudse, chudtese, chuda chudi, chodar, chuse, madarchod, madarchud, modarchod, mdarchod, banchod, bainchod, bainchud, bokachoda, bokacoda, bokchod, coda, cuda, cudi, cudbo, madarcod, bancod, gud, guder, gudmarani, bhoda, voda, vodai, vudai, bhodai, putki, putkir, pond, pod mara, pode, pondmara, dhon, nunu, lewra, leora, laora, lauda, lawra, bara, barar, balda, balta, baler, balchal, bal falao, bal fela, haua, hauar nati, magi, magir, magir pola, magir baccha, magibaj, magibaz, khanki, khankir, khankir pola, khankir baccha, khankirpola, khankirchele, khankimagi, kanki, kankir, beshya, bessha, besshar, bessa, beshsha, randi, rendi, rendir, noti, notir, notir pola, potita, chinal, guamara, gua mara, hoga, hogamara, thapa, thapabo, thap, gaar mara, gar mara, dud, dudh tipe, dudu, duder, dudh dekha, dudh, pasa, pacha, pachay, dhonbaj, sexy mal, kochi mal, rate koto, ek raat, ek rater, fuck, fucking, fucker, motherfucker, mofo, dick, pussy, cunt, whore, slut, blowjob, boobs, ass hole, asshole, tits, porn, nude de, nudes',
  ],
  [
    'sexual',
    2,
    'bal, abal, bolod er, luccha, luicca, lussa, lucchami, lompot, sexy, milf, xxx, nongra meye, nosta, noshta, noshta meye, beshya giri, boner pasa',
  ],
  [
    'insult',
    3,
    'kuttar baccha, kuttar bacha, kuttarbaccha, kuttar jat, suorer baccha, shuorer baccha, suarer baccha, shuarer bacha, suwar er baccha, sworer baccha, haramjada, haramzada, haramjadi, haramir baccha, haramkhor, jaroj, jarojer baccha, janoarer baccha, janowarer bacha, salar put, shalar put, salar beta, shalar beta, bejonma, bandir baccha, bandir pola, bastard, son of a bitch, bitch, tor bap, tor mayere, tor mare, tor maire, tor make, tor bonre, tor mar, gu kha',
  ],
  [
    'insult',
    2,
    'kutta, kuttar, kutti, kutte, shuor, suor, suar, shuar, suwor, suwar, sor, haram, harami, sala, shala, salar, shalar, sali, shali, janoar, janwar, janowar, jannowar, sagol, chagol, ramchagol, gadha, gada, bolod, balad, bandor, badmas, bodmas, bojjat, itor, fokinni, fokinnir, fokirni, sotolok, chotolok, nimokharam, beiman, baiman, mirjafor, omanush, omanus, soitan, shoitan, shaitan, sotan, batpar, chor, chorer dol, tout, chamcha, chamca, dalal, dalaler, golam, nirlojjo, behaya, beshorom, osovvo, oshobbho, osobbo, murkho, murkhu, osikkhito, ashikkhito, gordob, mathamota, pagol chagol, ahammok, bekub, bekkol, beyadob, beadob, beyadop, opodartho, nikrishto, vondo, bhondo, mitthuk, mitthabadi, dhandabaj, chitar, chiter, faltu, faul, fazil, fatra, bokhate, nesakhor, ganjakhor, gajakhor, ghuskhor, sudkhor, pagla, pagol, khachchor, khobish, chulkani, psycho, idiot, stupid, moron, scumbag, loser, shameless, rubbish, trash, nonsense, jokar, joker, third class, 3rd class, juta mara, jutar bari, thu thu',
  ],
  [
    'insult',
    1,
    'lojja, sorom, chi chi, dhandha, natok, tui, tor, tora, toder, tore, toke, beta, beda, bedi, mota, kala, kaillla, takla, taklu, hasi pay, ajaira, pagol, liar, fake, shame',
  ],
  [
    'threat',
    3,
    'mere felbo, mere felmu, mere phelbo, maira falamu, maira felmu, jobai kor, jobai dimu, jobai korbo, kolla felbo, kolla kat, gola kat, khun kor, khun korbo, lash felbo, lash falamu, lash porbe, jibha tene, hat pa bhenge, hat pa venge, thang vang, tengri vang, pitiye marbo, pitaiya mar, kopabo, kupiye, kopamu, kopano dorkar, gulli kor, guli kor, samne paile, samne pele, rastay paile, dekhe nebo, dekhe nibo, deikha nimu, khobor ase tor, tor khobor ase, crossfire de, kill you, i will kill, rape kor, rape korbo, pura mar, agun diya, bachte dibo na',
  ],
  [
    'threat',
    2,
    'juta peta, jutapeta, juta pita, thapra, thapraya, thappor, chor mar, lathi mar, lathi de, latthi, pitani, pitano, pitai, pitaiya, gonodholai, dholai, kelabo, kelano, ushta, bash de, mair de, ghar dhore, fasi de, fashi de, fasi chai, chup kor, mukh samla',
  ],
  [
    'death-wish',
    3,
    'mor tui, tui mor, more ja, moris na, moros na, mor sala, moruk, moron hok, morbi kobe, kobe morbi, gojob poruk, thada poruk, jahanname ja, jahannam e ja, norok e ja, die bitch, go die, go to hell, bish kha, golay dori, kobore ja, toder moron, allah uthay ne, dhongso hok',
  ],
  ['death-wish', 2, 'mora uchit, morle valo, morle bhalo, lanot, nalot, apod biday'],
];
