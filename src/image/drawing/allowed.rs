//! What a drawing may be made of: elements, attributes and properties of SVG 2 that draw, name or describe. What is not
//! here is not published. Knows nothing of values.

/// Elements that draw, hold what draws, describe it or move it (SVG 2, appendix "Element index"; Filter Effects 1;
/// SVG Animations 2). `feImage`, `image` and `foreignObject` fetch or hold other documents.
const ELEMENTS: &[&str] = &[
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// Attributes that are neither properties nor links, one word each.
const ATTRIBUTES: &str = "\
    accumulate additive amplitude attributeName attributeType \
    azimuth baseFrequency begin bias by calcMode class clipPathUnits cx cy d diffuseConstant divisor dur dx dy edgeMode \
    elevation end exponent fill-rule filterUnits focusable from fr fx fy gradientTransform gradientUnits height id in in2 \
    intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust \
    limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits max media method min mode \
    numOctaves offset operator order orient origin overflow path pathLength patternContentUnits patternTransform \
    patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY \
    repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry scale seed side slope \
    space spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale \
    systemLanguage tableValues target targetX targetY textLength to transform type values version viewBox width x x1 x2 \
    xChannelSelector xml:lang y y1 y2 yChannelSelector z";

/// Properties that drawings use, as attributes and in styles, one word each.
const PROPERTIES: &str = "\
    alignment-baseline animation animation-delay animation-direction animation-duration animation-fill-mode \
    animation-iteration-count animation-name animation-play-state animation-timing-function background \
    background-color baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters \
    color-rendering color-scheme cursor cx cy d direction display dominant-baseline fill fill-opacity fill-rule filter \
    flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust \
    font-stretch font-style font-variant font-variant-caps font-variant-east-asian font-variant-ligatures \
    font-variant-numeric font-variant-position font-variation-settings font-weight glyph-orientation-horizontal \
    glyph-orientation-vertical height image-rendering inline-size isolation kerning letter-spacing lighting-color \
    line-height marker marker-end marker-mid marker-start mask mask-mode mask-type mix-blend-mode opacity order overflow \
    paint-order pointer-events r rotate rx ry scale shape-rendering solid-color solid-opacity stop-color stop-opacity \
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity \
    stroke-width text-align text-anchor text-decoration text-decoration-color text-decoration-line \
    text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform transform \
    transform-box transform-origin transition transition-delay transition-duration transition-property \
    transition-timing-function translate unicode-bidi vector-effect visibility white-space width will-change \
    word-spacing writing-mode x y";

/// Whether an element of SVG draws; the case of its name counts.
pub(super) fn is_element(name: &str) -> bool {
    ELEMENTS.binary_search(&name).is_ok()
}

/// Whether an attribute without a namespace is kept. Links are looked at apart.
pub(super) fn is_attribute(name: &str) -> bool {
    name.starts_with("aria-") || ATTRIBUTES.split_ascii_whitespace().any(|known| known == name) || is_property(name)
}

/// Whether a property draws.
pub(super) fn is_property(name: &str) -> bool {
    PROPERTIES.split_ascii_whitespace().any(|known| known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_in_order() {
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn what_runs_fetches_or_leads_out_is_not_in_the_lists() {
        let elements =
            ["script", "foreignObject", "image", "feImage", "object", "embed", "iframe", "Script", "discard"];
        assert!(elements.iter().all(|name| !is_element(name)));
        let attributes = ["onload", "href", "src", "ping", "base", "xml:base", "style", "nonce", "download", "data-x"];
        assert!(attributes.iter().all(|name| !is_attribute(name)));
        assert!(
            ["src", "content", "behavior", "-moz-binding", "background-image"].iter().all(|name| !is_property(name))
        );
    }
}
