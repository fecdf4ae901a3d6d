/**
 * Names that readers write in either script, or in two ways: one group a line, `=` between equals. Each stands for the
 * others in a search. Names and spellings only:
 * a word for a thing is found by its own forms, and a wider meaning surprises.
 */
const GROUPS = `
ঢাকা = dhaka = dacca
চট্টগ্রাম = chattogram = chittagong = চিটাগাং
খুলনা = khulna
রাজশাহী = rajshahi
সিলেট = sylhet
বরিশাল = barishal = barisal
রংপুর = rangpur
ময়মনসিংহ = mymensingh
কুমিল্লা = cumilla = comilla
যশোর = jashore = jessore
বগুড়া = bogura = bogra
কক্সবাজার = coxsbazar
নারায়ণগঞ্জ = narayanganj
গাজীপুর = gazipur
বাংলাদেশ = bangladesh
ভারত = india = ইন্ডিয়া
যুক্তরাষ্ট্র = usa = আমেরিকা
যুক্তরাজ্য = uk = ব্রিটেন
জাতিসংঘ = un
বিপিএল = bpl
আইপিএল = ipl
বিসিবি = bcb
বিএনপি = bnp
এসএসসি = ssc
এইচএসসি = hsc
আইসিসি = icc
ফিফা = fifa
নোয়াখালী = noakhali
ফেনী = feni
পাবনা = pabna
টাঙ্গাইল = tangail
ফরিদপুর = faridpur
দিনাজপুর = dinajpur
কুষ্টিয়া = kushtia
নরসিংদী = narsingdi
সুনামগঞ্জ = sunamganj
ব্রাহ্মণবাড়িয়া = brahmanbaria
গোপালগঞ্জ = gopalganj
মাদারীপুর = madaripur
শরীয়তপুর = shariatpur
রাজবাড়ী = rajbari
মানিকগঞ্জ = manikganj
মুন্সিগঞ্জ = munshiganj
কিশোরগঞ্জ = kishoreganj
নেত্রকোনা = netrokona = netrakona
জামালপুর = jamalpur
শেরপুর = sherpur
নাটোর = natore
নওগাঁ = naogaon
চাঁপাইনবাবগঞ্জ = chapainawabganj
সিরাজগঞ্জ = sirajganj
জয়পুরহাট = joypurhat
ঠাকুরগাঁও = thakurgaon
পঞ্চগড় = panchagarh
নীলফামারী = nilphamari
লালমনিরহাট = lalmonirhat
কুড়িগ্রাম = kurigram
গাইবান্ধা = gaibandha
ঝিনাইদহ = jhenaidah = jhenidah
চুয়াডাঙ্গা = chuadanga
মেহেরপুর = meherpur
মাগুরা = magura
নড়াইল = narail
বাগেরহাট = bagerhat
সাতক্ষীরা = satkhira
পটুয়াখালী = patuakhali
বরগুনা = barguna
ভোলা = bhola
ঝালকাঠি = jhalokati = jhalakathi
পিরোজপুর = pirojpur
হবিগঞ্জ = habiganj
মৌলভীবাজার = moulvibazar = maulvibazar
চাঁদপুর = chandpur
লক্ষ্মীপুর = lakshmipur = laxmipur
খাগড়াছড়ি = khagrachhari = khagrachari
রাঙামাটি = rangamati
বান্দরবান = bandarban
টেকনাফ = teknaf
সাভার = savar
সুন্দরবন = sundarban = sundarbans
তিস্তা = teesta = tista
বুড়িগঙ্গা = buriganga
সুরমা = surma
নেপাল = nepal
ভুটান = bhutan
মিয়ানমার = myanmar = burma
শ্রীলঙ্কা = srilanka = sri lanka
আফগানিস্তান = afghanistan
ইরান = iran
ইরাক = iraq
ইসরায়েল = ইসরাইল = israel
গাজা = gaza
ফিলিস্তিন = palestine
কাতার = qatar
দুবাই = dubai
তুরস্ক = turkey = turkiye
জাপান = japan
জার্মানি = germany
ফ্রান্স = france
ইতালি = italy
কানাডা = canada
অস্ট্রেলিয়া = australia
লন্ডন = london
মালয়েশিয়া = malaysia
সিঙ্গাপুর = singapore
থাইল্যান্ড = thailand
রোহিঙ্গা = rohingya
ব্র্যাক = brac
বিজিবি = bgb
বিএসএফ = bsf
ডিএমপি = dmp
ওয়াসা = wasa
বুয়েট = buet
আইএমএফ = imf
ইউনিসেফ = unicef
ইউনেসকো = ইউনেস্কো = unesco
নাসা = nasa
টিকটক = tiktok
হোয়াটসঅ্যাপ = whatsapp
টুইটার = twitter
ইনস্টাগ্রাম = instagram
বিকাশ = bkash
মাইক্রোসফট = microsoft
ট্রাম্প = trump
মোদি = modi
পুতিন = putin
মেসি = messi
রোনালদো = ronaldo
সাকিব = shakib
ডেঙ্গু = dengue
মেট্রোরেল = metrorail
রমজান = রমাদান = ramadan = ramzan
ঈদ = eid
হোসেন = হোসাইন = হুসেন = hossain = hussain
রহমান = রাহমান = rahman
আহমেদ = আহমদ = ahmed
মোহাম্মদ = মুহাম্মদ = mohammad = muhammad
চৌধুরী = chowdhury
ইসলাম = islam
পদ্মা = padma
মেঘনা = meghna
যমুনা = jamuna
কলকাতা = kolkata = calcutta
দিল্লি = delhi
পাকিস্তান = pakistan
চীন = china
রাশিয়া = russia
ইউক্রেন = ukraine
ফেসবুক = facebook
ইউটিউব = youtube
গুগল = google
কোভিড = covid
করোনা = corona
র্যাব = rab
রাজউক = rajuk
জাদুঘর = যাদুঘর
জাদু = যাদু
জোগান = যোগান
জাকাত = যাকাত
হজ = হজ্জ = হজ্ব
জিনিস = জিনিষ
পুলিশ = পুলিস
সালিস = সালিশ = শালিস
সাদা = শাদা
মিসর = মিশর
ঘুষ = ঘুস
স্কুল = ইস্কুল
পুরোনো = পুরনো = পুরানো
ভালো = ভাল
ছোট = ছোটো
বড় = বড়ো
`;

export const synonymGroups: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('=').map((name) => name.trim()));
