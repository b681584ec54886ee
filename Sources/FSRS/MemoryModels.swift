/// The memory models that there are, by name.
package enum MemoryModels {
  /// The names of all models, the one used unless another is asked for first.
  package static let names = [FSRS6.name, FSRS7.name]

  /// A model's name as people write it: `FSRS-6` for `fsrs6`.
  package static func title(of name: String) -> String {
    name.hasPrefix("fsrs") ? "FSRS-\(name.dropFirst(4))" : name
  }

  /// Finds a model.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - parameters: The model's parameters in its own order; nil for its defaults.
  /// - Returns: The model of that name with these parameters.
  /// - Throws: ``MemoryModelError`` where there is no such model, or it can't have these parameters.
  package static func named(
    _ name: String, parameters: [Double]? = nil
  ) throws(MemoryModelError) -> any MemoryModel {
    switch name {
    case FSRS6.name:
      guard let parameters else { return FSRS6() }
      do throws(InvalidParameters) {
        return FSRS6(parameters: try FSRS6Parameters(parameters))
      } catch {
        throw .invalidParameters(error)
      }
    case FSRS7.name:
      guard let parameters else { return FSRS7() }
      do throws(InvalidParameters) {
        return FSRS7(parameters: try FSRS7Parameters(parameters))
      } catch {
        throw .invalidParameters(error)
      }
    default: throw .unknownModel(name)
    }
  }
}

/// Why no memory model could be made.
package enum MemoryModelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No model has this name.
  case unknownModel(String)
  /// The model can't have these parameters.
  case invalidParameters(InvalidParameters)

  /// What is wrong, and what would be right.
  package var description: String {
    switch self {
    case .unknownModel(let name):
      "there is no memory model '\(name)'; known: \(MemoryModels.names.joined(separator: ", "))"
    case .invalidParameters(let error): error.description
    }
  }
}
