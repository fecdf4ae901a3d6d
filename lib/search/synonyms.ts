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
