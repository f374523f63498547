/** Where the device says it is, lon,lat in degrees (WGS 84, which differs from CGCS2000 by less than a device knows). */
export type Standing = { lon: number; lat: number; accuracy_m?: number }

/** Asks the device where it is; null when it has no such sense, may not say, or does not know within fifteen seconds. */
export const standingHere = (maximumAge = 0): Promise<Standing | null> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracy_m: Math.round(coords.accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge },
    )
  })
