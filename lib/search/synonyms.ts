/**
 * Names that readers write in either script, or in two ways: one group a line, `=` between equals. Each stands for the
 * others in a search. Names only: a word for a thing is found by its own forms, and a wider meaning surprises.
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
জাদুঘর = যাদুঘর
জাদু = যাদু
`;

export const synonymGroups: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('=').map((name) => name.trim()));
