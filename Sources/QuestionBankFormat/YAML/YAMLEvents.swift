import CLibYAML

/// One step in libyaml's stream of events.
enum YAMLEventKind {
  case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
  case sequenceStart, sequenceEnd, mappingStart, mappingEnd
}

/// What libyaml has to say about text that is no YAML.
struct YAMLProblem: Error {
  /// libyaml's own words, which never change within a version.
  var problem: String
  /// What libyaml was doing.
  var context: String
  /// Where the scanner stood.
  var mark: yaml_mark_t
  /// Where that began which it was doing; nil where libyaml doesn't say.
  var contextMark: yaml_mark_t?
}

/// libyaml's event parser over bytes in memory.
///
/// The event that was read last is kept until the next is asked for; its bytes are libyaml's own.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var holdsEvent = false

  /// Starts parsing `text`, which must be valid UTF-8 without a byte order mark and must outlive
  /// this value.
  init(_ text: UnsafeRawBufferPointer) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml got no memory to start with")
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml asserts that there is an address, also for no bytes.
    let nothing: StaticString = ""
    let bytes = text.bindMemory(to: UInt8.self).baseAddress ?? nothing.utf8Start
    yaml_parser_set_input_string(parser, bytes, text.count)
  }

  deinit {
    if holdsEvent { yaml_event_delete(event) }
    yaml_parser_delete(parser)
    parser.deallocate()
    event.deallocate()
  }

  /// Reads the next event.
  mutating func next() throws(YAMLProblem) -> YAMLEventKind {
    if holdsEvent {
      yaml_event_delete(event)
      holdsEvent = false
    }
    guard yaml_parser_parse(parser, event) == 1 else { throw problem }
    holdsEvent = true
    return switch event.pointee.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: .scalar
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    // After the end of the stream libyaml gives events of no type.
    default: .streamEnd
    }
  }

  /// Where the event begins: lines, columns and characters from 0.
  var startMark: yaml_mark_t { event.pointee.start_mark }

  /// Where the event ends: lines, columns and characters from 0.
  var endMark: yaml_mark_t { event.pointee.end_mark }

  /// The bytes of a scalar event, until the next event is read.
  var scalarBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
  }

  /// How the scalar is written.
  var scalarStyle: yaml_scalar_style_t { event.pointee.data.scalar.style }

  /// Whether the list that begins is written in brackets.
  var isFlowSequence: Bool {
    event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
  }

  /// Whether the mapping that begins is written in braces.
  var isFlowMapping: Bool {
    event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
  }

  /// Whether the scalar, alias or collection has an anchor.
  func hasAnchor(_ kind: YAMLEventKind) -> Bool {
    switch kind {
    case .scalar: event.pointee.data.scalar.anchor != nil
    case .sequenceStart: event.pointee.data.sequence_start.anchor != nil
    case .mappingStart: event.pointee.data.mapping_start.anchor != nil
    default: false
    }
  }

  /// Whether the scalar or collection has a tag.
  func hasTag(_ kind: YAMLEventKind) -> Bool {
    switch kind {
    case .scalar:
      // libyaml drops the tag `!`, but then takes a quoted scalar as one to be resolved.
      event.pointee.data.scalar.tag != nil
        || (scalarStyle != YAML_PLAIN_SCALAR_STYLE && event.pointee.data.scalar.plain_implicit != 0)
    case .sequenceStart: event.pointee.data.sequence_start.tag != nil
    case .mappingStart: event.pointee.data.mapping_start.tag != nil
    default: false
    }
  }

  private var problem: YAMLProblem {
    YAMLProblem(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "out of memory",
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      mark: parser.pointee.problem_mark,
      contextMark: parser.pointee.context == nil ? nil : parser.pointee.context_mark)
  }
}
