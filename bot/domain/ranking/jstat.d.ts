/** The two functions of jstat that are used; the package brings no types. */
declare module 'jstat' {
  interface Distributions {
    chisquare: { cdf(x: number, degrees: number): number };
    centralF: { cdf(x: number, above: number, below: number): number };
  }
  const jstat: Distributions;
  export default jstat;
}
