// Preloaded by a test that needs another day: this process's clock goes on from TEST_CLOCK_AT.
const RealDate = Date;
const shift = RealDate.parse(process.env.TEST_CLOCK_AT) - RealDate.now();

globalThis.Date = class extends RealDate {
  // Its own, since Next wraps Date and takes over only what is: inherited ones would be lost.
  static UTC = RealDate.UTC;
  static parse = RealDate.parse;

  constructor(...moment) {
    if (moment.length === 0) super(RealDate.now() + shift);
    else super(...moment);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
