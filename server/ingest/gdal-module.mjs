// GDAL 3.8 in WebAssembly, called by its C functions: the npm wrapper offers no driver list, no coordinate arrays and no memory cap.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const packageFolder = dirname(require.resolve('gdal3.js/package.json'))
const wasmPage = 65536
const vectorReadOnly = 0x04

/** Starts GDAL with one folder mounted as /work and nothing else; memory beyond `heapBytes` is refused, not taken. */
export async function startGdal({ folder, heapBytes, compiled }) {
  capMemory(heapBytes)
  const complaints = []
  const module = await require('gdal3.js/build/package/gdal3WebAssembly.js')({
    print: () => {},
    printErr: (line) => complaints.push(line),
    locateFile: (file) => join(packageFolder, 'dist/package', file.split('/').pop()),
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled))
      return {}
    },
    preRun: [({ ENV }) => Object.assign(ENV, { PROJ_LIB: '/usr/share/proj', GDAL_DATA: '/usr/share/gdal' })],
  })
  module.ccall('GDALAllRegister', null, [], [])
  module.FS.mkdir('/work')
  module.FS.mount(module.NODEFS, { root: folder }, '/work')
  return bind(module, complaints)
}

/** Emscripten grows its memory through this one call and treats an exception as "no more memory". */
function capMemory(heapBytes) {
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function growWithin(pages) {
    if (this.buffer.byteLength + pages * wasmPage > heapBytes) throw new RangeError('memory limit')
    return grow.call(this, pages)
  }
}

function bind(module, complaints) {
  const { _malloc: allocate, _free: release } = module
  const call = (name, result, values) =>
    module.ccall(
      name,
      result,
      values.map((value) => (typeof value === 'string' ? 'string' : 'number')),
      values,
    )

  /** A null-terminated char** for the time of `use`. */
  function withStrings(strings, use) {
    const pointers = strings.map((text) => {
      const size = module.lengthBytesUTF8(text) + 1
      const pointer = allocate(size)
      module.stringToUTF8(text, pointer, size)
      return pointer
    })
    const list = allocate(4 * (pointers.length + 1))
    for (const [index, pointer] of [...pointers, 0].entries()) module.setValue(list + 4 * index, pointer, 'i32')
    try {
      return use(list)
    } finally {
      for (const pointer of [list, ...pointers]) release(pointer)
    }
  }

  /** What GDAL called an error (not a warning) since the last time. */
  const takeErrors = () => complaints.splice(0).filter((line) => line.startsWith('ERROR'))

  /** Opens a dataset with the named drivers only, for the time of `use`; null when none of them knows it. */
  function withDataset(source, drivers, options, use) {
    const pointer = withStrings(drivers, (driverList) =>
      withStrings(options, (optionList) =>
        call('GDALOpenEx', 'number', [source, vectorReadOnly, driverList, optionList, 0]),
      ),
    )
    if (!pointer) return null
    try {
      return use(pointer)
    } finally {
      call('GDALClose', null, [pointer])
    }
  }

  /** `ogrinfo -json`. */
  function describe(dataset, flags) {
    const options = withStrings(['-json', ...flags], (list) => call('GDALVectorInfoOptionsNew', 'number', [list, 0]))
    const text = call('GDALVectorInfo', 'string', [dataset, options])
    call('GDALVectorInfoOptionsFree', null, [options])
    return JSON.parse(text)
  }

  /** `ogr2ogr`; false when nothing was written. */
  function translate(dataset, target, flags) {
    const options = withStrings(flags, (list) => call('GDALVectorTranslateOptionsNew', 'number', [list, 0]))
    if (!options) return false
    const sources = allocate(4)
    module.setValue(sources, dataset, 'i32')
    const written = call('GDALVectorTranslate', 'number', [target, 0, 1, sources, options, 0])
    call('GDALVectorTranslateOptionsFree', null, [options])
    release(sources)
    if (written) call('GDALClose', null, [written])
    return Boolean(written)
  }

  const setConfig = (name, value) => module.ccall('CPLSetConfigOption', null, ['string', 'string'], [name, value])
  return { module, call, allocate, release, takeErrors, withDataset, describe, translate, setConfig }
}
