package import TerminalUI

extension AppState {
  /// Draws the whole screen, in the size of the last resize.
  package func view() -> Frame {
    var frame = Frame(size: context.size, title: "Swot")
    let layout = ScreenLayout(context.size)
    HeaderRow(leading: [.init(Line("Swot", .heading))], symbols: context.symbols)
      .draw(in: layout.header, on: &frame)
    return frame
  }
}
