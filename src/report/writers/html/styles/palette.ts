/** Colours: ink on paper with one tone for each kind of verdict, and the same on dark. All pass WCAG AA. */
export const palette = `
:root {
  color-scheme: light dark;
  --page: #fbfbf9; --raised: #fff; --ink: #1a2129; --soft: #54606c; --line: #dcdfe1; --sunken: #f1f2f1;
  --link: #0a4f94; --good: #17663c; --bad: #a81e1e; --doubt: #7c4f00; --quiet: #56616c;
  --good-tint: #e5f3ea; --bad-tint: #fbe9e7; --doubt-tint: #faefd6; --quiet-tint: #edeff0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #13171b; --raised: #1a1f24; --ink: #e7eaec; --soft: #a5b0b9; --line: #323a42; --sunken: #20262c;
    --link: #8fc0f5; --good: #7bd3a0; --bad: #ff9d94; --doubt: #edc678; --quiet: #a9b3bc;
    --good-tint: #16301f; --bad-tint: #3d1f1d; --doubt-tint: #352a10; --quiet-tint: #272e34;
  }
}
.good { --tone: var(--good); --tint: var(--good-tint); }
.bad { --tone: var(--bad); --tint: var(--bad-tint); }
.doubt { --tone: var(--doubt); --tint: var(--doubt-tint); }
.quiet { --tone: var(--quiet); --tint: var(--quiet-tint); }
`
