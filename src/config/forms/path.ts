import { accepted, type Form, refused } from './form.ts'

/** A folder that can be written to, or made; gives its absolute path. */
export const folder: Form<string> = {
  accepts: 'a folder that can be written to',
  parse: (text, disk) => {
    const trouble = disk.folderTrouble(text)
    return trouble === undefined ? accepted(disk.resolve(text)) : refused(trouble)
  },
}

/** The same, and nobody else can write to it. */
export const ownFolder: Form<string> = {
  accepts: 'a folder that you can write to, and nobody else',
  parse: (text, disk) => {
    const trouble = disk.folderTrouble(text) ?? disk.strangersTrouble(text)
    return trouble === undefined ? accepted(disk.resolve(text)) : refused(trouble)
  },
}

/** A program on this machine; gives its absolute path. */
export const program: Form<string> = {
  accepts: "the path of a browser's program file",
  parse: (text, disk) => {
    const trouble = disk.executableTrouble(text)
    return trouble === undefined ? accepted(disk.resolve(text)) : refused(trouble)
  },
}
