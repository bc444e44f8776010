"""Procedural pictures: each family is a function (rng, size) -> float32 [size, size, 3], nominally in 0..1.

No family imitates one product. Together they give the student the statistics of surfaces (cast, machined, woven,
grained, printed, granular, glazed) and of free-standing parts on plain ground in any rotation.
"""
import materials
import objects
import parts
import surfaces

SURFACES = ("cast", "machined", "brushed", "weave", "grain", "granules", "perforated", "gradient", "glass", "printed", "boards", "knit")
MATERIALS = (
    *("milled", "rolled", "corroded", "weld", "veined", "porous", "fibrous", "braided", "tiled", "halftone"),
    *("coded", "foam", "droplets", "crazed", "spectral", "turing", "display"),
)
PARTS = ("round_parts", "plate_parts", "thin_parts", "toothed")
OBJECTS = ("bladed", "packages", "pins", "bundles", "capsules", "screws", "sheets", "tubes", "heaped")
RELIT = ("cast", "machined", "brushed", "weave", "grain", "granules", "gradient", "milled", "rolled", "tiled", "braided")

FAMILIES = {
    **{name: getattr(module, name) for module, names in ((surfaces, SURFACES), (materials, MATERIALS), (parts, PARTS), (objects, OBJECTS)) for name in names},
    **{f"relit_{name}": materials.relit(getattr(surfaces if name in SURFACES else materials, name)) for name in RELIT},
}
