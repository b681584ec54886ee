/// What is asked of a page from within, in JavaScript.
///
/// The page may forbid scripts of its own; those of the DevTools run all the same.
enum PageProbe {
  /// Looks at the page as it is laid out now.
  ///
  /// - Parameter isDark: Whether the page's owner asked for a dark one; nil where paper is laid out.
  /// - Returns: An expression that gives an object with `problems`, a list of texts.
  static func layout(isDark: Bool?) -> String {
    "(\(layoutSource))(\(isDark.map { "\($0)" } ?? "null"))"
  }

  /// Looks at what the page consists of.
  ///
  /// - Parameter selectors: Selectors of CSS.
  /// - Returns: An expression that gives an object with `problems`, `text`, `source`, and `counts` for
  ///   each of the selectors.
  static func content(counting selectors: [String]) -> String {
    let list = selectors.map { "'\($0.replacing("'", with: "\\'"))'" }.joined(separator: ",")
    return "(\(contentSource))([\(list)])"
  }

  private static let layoutSource = #"""
    isDark => {
      const problems = [];
      const named = node => {
        const text = (node.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40);
        return `<${node.tagName.toLowerCase()}${node.id ? ' id=' + node.id : ''}> "${text}"`;
      };
      const isScrolled = node => {
        for (let above = node.parentElement; above; above = above.parentElement)
          if (getComputedStyle(above).overflowX !== 'visible') return true;
        return false;
      };

      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth) {
        const wide = [...document.body.querySelectorAll('*')].filter(node =>
          node.getBoundingClientRect().right > root.clientWidth + 1 && !isScrolled(node));
        problems.push(`it is ${root.scrollWidth} wide in a window of ${root.clientWidth}: `
          + wide.slice(-3).map(named).join(', '));
      }
      for (const node of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(node);
        if (['hidden', 'clip'].includes(style.overflowX) && node.scrollWidth > node.clientWidth + 1)
          problems.push(`it is cut off: ${named(node)}`);
      }

      for (const svg of document.querySelectorAll('svg')) {
        const frame = svg.getBoundingClientRect();
        const label = named(svg);
        if (frame.width < 1 || frame.height < 1) { problems.push(`an empty drawing: ${label}`); continue; }
        const shapes = [...svg.querySelectorAll('rect,circle,ellipse,line,path,polyline,polygon,text')];
        const boxes = shapes.map(shape => shape.getBoundingClientRect());
        if (!boxes.some(box => box.width > 0 && box.height > 0)) problems.push(`nothing is drawn: ${label}`);
        shapes.forEach((shape, index) => {
          const box = boxes[index];
          if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5
            || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5)
            problems.push(`it leaves its drawing: ${named(shape)} in ${label}`);
        });
        const texts = shapes.filter(shape => shape.tagName === 'text' && shape.textContent.trim());
        for (let first = 0; first < texts.length; first++)
          for (let second = first + 1; second < texts.length; second++) {
            const [a, b] = [texts[first].getBoundingClientRect(), texts[second].getBoundingClientRect()];
            const scale = frame.width / (svg.viewBox.baseVal.width || frame.width);
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
              && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4 * scale)
              problems.push(`texts of a drawing overlap: ${named(texts[first])}, ${named(texts[second])}`);
          }
      }

      const parts = colour => (colour.match(/[\d.]+/g) || []).map(Number);
      const luminance = colour => {
        const [red, green, blue] = parts(colour).map(part => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const background = node => {
        for (let above = node; above; above = above.parentElement) {
          const colour = getComputedStyle(above).backgroundColor;
          const alpha = parts(colour)[3];
          if (colour !== 'transparent' && alpha !== 0) return colour;
        }
        return 'rgb(255, 255, 255)';
      };
      const paper = luminance(background(document.body));
      if (isDark === true && paper > 0.1) problems.push('it stays light where a dark page is asked for');
      if (isDark === false && paper < 0.7) problems.push('it is dark where a light page is asked for');
      if (isDark === null && paper < 0.99) problems.push('paper is coloured');
      const seen = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || seen.has(node)) continue;
        seen.add(node);
        const box = node.getBoundingClientRect();
        if (box.width < 1 || box.height < 1 || ['TITLE', 'DESC', 'STYLE'].includes(node.tagName.toUpperCase())) continue;
        const style = getComputedStyle(node);
        const colour = node instanceof SVGElement ? style.fill : style.color;
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
        const [one, other] = [luminance(colour), luminance(background(node))].sort((a, b) => b - a);
        const contrast = (one + 0.05) / (other + 0.05);
        if (contrast < (isLarge ? 3 : 4.5))
          problems.push(`a contrast of ${contrast.toFixed(1)} only: ${named(node)}`);
      }
      return {problems};
    }
    """#

  private static let contentSource = #"""
    selectors => {
      const problems = [];
      if (!document.documentElement.lang) problems.push('no language is named');
      if (!document.title.trim()) problems.push('there is no title');
      if (document.compatMode !== 'CSS1Compat') problems.push('it is laid out in quirks mode');
      const headings = document.querySelectorAll('h1').length;
      if (headings !== 1) problems.push(`${headings} headings of the first level`);
      let level = 1;
      for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
        const next = Number(heading.tagName[1]);
        if (next > level + 1) problems.push(`a heading of level ${next} below one of ${level}: ${heading.textContent}`);
        level = next;
      }
      const ids = [...document.querySelectorAll('[id]')].map(node => node.id);
      for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) problems.push(`two elements are '${id}'`);
      for (const link of document.querySelectorAll('a[href^="#"]'))
        if (!document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))))
          problems.push(`a link leads nowhere: ${link.getAttribute('href')}`);
      for (const node of document.querySelectorAll(
        'script,iframe,object,embed,link[href],img[src]:not([src^="data:"]),source,video,audio,base,form,use[href]:not([href^="#"])'))
        problems.push(`it is not one plain page: <${node.tagName.toLowerCase()}>`);
      for (const node of document.querySelectorAll('*'))
        for (const attribute of node.attributes)
          if (attribute.name.startsWith('on') || /^\s*javascript:/i.test(attribute.value))
            problems.push(`a script in an attribute: ${attribute.name}`);
      for (const style of document.querySelectorAll('style'))
        if (/@import|url\(/i.test(style.textContent)) problems.push('a style takes something from elsewhere');
      for (const svg of document.querySelectorAll('svg'))
        if (!(svg.querySelector('title') || svg.getAttribute('aria-label') || svg.getAttribute('aria-hidden')))
          problems.push('a drawing has no name');
      for (const image of document.querySelectorAll('img'))
        if (!image.hasAttribute('alt')) problems.push('an image has no text in its place');
      const counts = {};
      for (const selector of selectors) counts[selector] = document.querySelectorAll(selector).length;
      return {problems, counts, text: document.body.innerText, source: document.documentElement.outerHTML};
    }
    """#
}
