/** Labels of the places group: the map, the picker and the places' own pages; who writes; the desk's list of places. */
export const placesLabels = {
  'nav.districtOf': { bn: '{name} জেলা', en: '{name} district' },
  'nav.upazilaOf': { bn: '{name}, {district}', en: '{name}, {district}' },
  'places.newsOf': { bn: '{name}: সর্বশেষ খবর', en: '{name}: latest news' },
  'places.map': { bn: 'বাংলাদেশের মানচিত্র', en: 'Map of Bangladesh' },
  'places.onMap': { bn: 'মানচিত্র থেকে জেলা বাছুন', en: 'Choose a district on the map' },
  'places.skipMap': { bn: 'মানচিত্র পেরিয়ে তালিকায় যান', en: 'Skip the map, to the list' },
  'places.list': { bn: 'বিভাগ ও জেলার তালিকা', en: 'Divisions and districts' },
  'places.mapSource': {
    bn: 'সীমারেখা ও সদরের অবস্থান: {source}। বিন্দু জেলা সদর; ঢাকা ও ময়মনসিংহ বিভাগের মাঝের রেখা এই উৎসে নেই।',
    en: 'Outlines and towns: {source}. Dots are district towns; the line between Dhaka and Mymensingh divisions is not in this source.',
  },
  'places.allDivisions': { bn: 'সারা দেশ', en: 'The whole country' },
  'places.allDistricts': { bn: 'সব জেলা', en: 'All districts' },
  'places.allUpazilas': { bn: 'সব উপজেলা', en: 'All upazilas' },
  'places.districtFirst': { bn: 'আগে জেলা বেছে নিন', en: 'Choose a district first' },
  'places.districtsWithin': { bn: '{name} বিভাগের জেলা', en: 'Districts of {name} division' },
  'places.upazilasWithin': { bn: '{name} জেলার উপজেলা', en: 'Upazilas of {name} district' },
  'places.anyPlace': { bn: 'সব জায়গা', en: 'Any place' },
  'empty.division': { bn: 'এ বিভাগের কোনো খবর এখনো নেই।', en: 'No stories from this division yet.' },
  'empty.upazila': { bn: 'এ উপজেলার কোনো খবর এখনো নেই।', en: 'No stories from this upazila yet.' },
} as const;
