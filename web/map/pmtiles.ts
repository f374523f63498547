import { addProtocol } from './map.ts'
import { PMTiles, Protocol, TileType } from 'pmtiles'

/** Teaches the map to read a PMTiles archive by ranges of its file, and answers what its tiles are. */
export async function openArchive(url: string): Promise<'raster' | 'vector'> {
  const archive = new PMTiles(new URL(url, location.origin).href)
  const protocol = new Protocol()
  protocol.add(archive)
  addProtocol('pmtiles', protocol.tile)
  const { tileType } = await archive.getHeader()
  return tileType === TileType.Mvt ? 'vector' : 'raster'
}
