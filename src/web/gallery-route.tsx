import { GalleryPage } from './gallery.tsx'
import { paths } from './paths.ts'
import { show, type Site } from './site.ts'

/** Every component and state on one page, for those who build pages. */
export function mountGallery(site: Site): void {
  site.get(paths.gallery.pattern, { power: 'site.visit', audit: 'gallery' }, (page) =>
    show(page, <GalleryPage />),
  )
}
