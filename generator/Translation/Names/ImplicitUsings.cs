namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// Types of the namespaces that <c>ImplicitUsings</c> imports into every project. An emitted type with such a name makes the name ambiguous
/// (CS0104) for both types. A test compares the names with the framework's.
/// </summary>
internal static class ImplicitUsings
{
    // One string: setting up an array of strings takes longer than splitting one.
    private const string Names = """
        AbandonedMutexException AccessViolationException Action Activator AggregateException ApartmentState AppContext AppDomain AppDomainSetup
        AppDomainUnloadedException ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException
        ArgumentOutOfRangeException ArithmeticException Array ArrayTypeMismatchException AssemblyLoadEventArgs AssemblyLoadEventHandler
        AsyncCallback AsyncEnumerable AsyncFlowControl Attribute AttributeTargets AttributeUsageAttribute AutoResetEvent BadImageFormatException
        Barrier BarrierPostPhaseException Base64FormattingOptions BinaryReader BinaryWriter BitConverter Boolean Buffer BufferedStream Byte
        ByteArrayContent ByteEqualityComparer CLSCompliantAttribute CancellationToken CancellationTokenRegistration CancellationTokenSource
        CannotUnloadAppDomainException Char CharEnumerator ClientCertificateOption CompressedStack ConcurrentExclusiveSchedulerPair
        ConfigureAwaitOptions Console ConsoleCancelEventArgs ConsoleCancelEventHandler ConsoleColor ConsoleKey ConsoleKeyInfo ConsoleModifiers
        ConsoleSpecialKey ContextBoundObject ContextCallback ContextMarshalException ContextStaticAttribute Convert CountdownEvent
        CultureAwareComparer DBNull DataMisalignedException DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek Decimal Delegate
        DelegatingHandler Directory DirectoryInfo DirectoryNotFoundException DivideByZeroException DllNotFoundException Double DriveInfo
        DriveNotFoundException DriveType DuplicateWaitObjectException EndOfStreamException EntryPointNotFoundException Enum Enumerable
        EnumerableExecutor EnumerableQuery EnumerationOptions Environment EnvironmentVariableTarget ErrorEventArgs ErrorEventHandler EventArgs
        EventHandler EventResetMode EventWaitHandle EventWaitHandleAcl Exception ExecutionContext ExecutionEngineException FieldAccessException File
        FileAccess FileAttributes FileInfo FileLoadException FileMode FileNotFoundException FileOptions FileShare FileStream FileStreamOptions
        FileStyleUriParser FileSystemEventArgs FileSystemEventHandler FileSystemInfo FileSystemWatcher FlagsAttribute FormUrlEncodedContent
        FormatException FormattableString FtpStyleUriParser GC GCCollectionMode GCGenerationInfo GCKind GCMemoryInfo GCNotificationStatus
        GenericUriParser GenericUriParserOptions GopherStyleUriParser Guid Half HandleInheritability HashCode HostExecutionContext
        HostExecutionContextManager HttpClient HttpClientHandler HttpCompletionOption HttpContent HttpIOException HttpKeepAlivePingPolicy
        HttpMessageHandler HttpMessageInvoker HttpMethod HttpProtocolException HttpRequestError HttpRequestException HttpRequestMessage
        HttpRequestOptions HttpResponseMessage HttpStyleUriParser HttpVersionPolicy IAsyncDisposable IAsyncResult ICloneable IComparable
        IConvertible ICustomFormatter IDisposable IFormatProvider IFormattable IHttpClientFactory IHttpMessageHandlerFactory IOCompletionCallback
        IOException IOrderedQueryable IQueryProvider IQueryable IServiceProvider ISpanFormattable IThreadPoolWorkItem ITimer IUtf8SpanFormattable
        Index IndexOutOfRangeException InsufficientExecutionStackException InsufficientMemoryException Int128 Int16 Int32 Int64 IntPtr Interlocked
        InternalBufferOverflowException InvalidCastException InvalidDataException InvalidOperationException InvalidProgramException
        InvalidTimeZoneException KeyNotFoundException KeyValuePair LazyInitializer LazyThreadSafetyMode LdapStyleUriParser LoaderOptimization
        LoaderOptimizationAttribute LocalDataStoreSlot Lock LockCookie LockRecursionException LockRecursionPolicy MTAThreadAttribute
        ManualResetEvent ManualResetEventSlim MarshalByRefObject MatchCasing MatchType Math MathF MemberAccessException MemoryStream
        MessageProcessingHandler MethodAccessException MidpointRounding MissingFieldException MissingMemberException MissingMethodException
        ModuleHandle Monitor MulticastDelegate MulticastNotSupportedException MultipartContent MultipartFormDataContent Mutex MutexAcl
        NamedWaitHandleOptions NativeOverlapped NetPipeStyleUriParser NetTcpStyleUriParser NewsStyleUriParser NonRandomizedStringEqualityComparer
        NonSerializedAttribute NotFiniteNumberException NotImplementedException NotSupportedException NotifyFilters NullReferenceException Nullable
        Object ObjectDisposedException ObsoleteAttribute OperatingSystem OperationCanceledException OrdinalComparer OutOfMemoryException
        OverflowException Overlapped Parallel ParallelEnumerable ParallelExecutionMode ParallelLoopResult ParallelLoopState ParallelMergeOptions
        ParallelOptions ParallelQuery ParamArrayAttribute ParameterizedThreadStart Path PathTooLongException PeriodicTimer PlatformID
        PlatformNotSupportedException PreAllocatedOverlapped Queryable Random RandomAccess Range RankException ReadOnlyMemoryContent
        ReaderWriterLock ReaderWriterLockSlim ReferenceEqualityComparer RegisteredWaitHandle RenamedEventArgs RenamedEventHandler ResolveEventArgs
        ResolveEventHandler RuntimeArgumentHandle RuntimeFieldHandle RuntimeMethodHandle RuntimeTypeHandle SByte STAThreadAttribute SearchOption
        SeekOrigin Semaphore SemaphoreAcl SemaphoreFullException SemaphoreSlim SendOrPostCallback SequencePosition SerializableAttribute Single
        SocketsHttpConnectionContext SocketsHttpHandler SocketsHttpPlaintextStreamFilterContext SpinLock SpinWait StackOverflowException Stream
        StreamContent StreamReader StreamWriter String StringComparer StringComparison StringContent StringReader StringSplitOptions StringWriter
        SynchronizationContext SynchronizationLockException SystemException Task TaskCanceledException TaskCompletionSource TaskContinuationOptions
        TaskCreationOptions TaskFactory TaskScheduler TaskSchedulerException TaskStatus TaskToAsyncResult TextReader TextWriter Thread
        ThreadAbortException ThreadExceptionEventArgs ThreadExceptionEventHandler ThreadInterruptedException ThreadPool ThreadPoolBoundHandle
        ThreadPriority ThreadStart ThreadStartException ThreadState ThreadStateException ThreadStaticAttribute TimeOnly TimeProvider TimeSpan
        TimeZone TimeZoneInfo TimeZoneNotFoundException Timeout TimeoutException Timer TimerCallback Tuple Type TypeAccessException TypeCode
        TypeInitializationException TypeLoadException TypeUnloadedException TypedReference UInt128 UInt16 UInt32 UInt64 UIntPtr
        UnauthorizedAccessException UnhandledExceptionEventArgs UnhandledExceptionEventHandler UnitySerializationHolder UnixFileMode
        UnmanagedMemoryAccessor UnmanagedMemoryStream UnobservedTaskExceptionEventArgs Uri UriBuilder UriComponents UriCreationOptions UriFormat
        UriFormatException UriHostNameType UriKind UriParser UriPartial UriTypeConverter ValueTask ValueTuple ValueType Version Void Volatile
        WaitCallback WaitForChangedResult WaitHandle WaitHandleCannotBeOpenedException WaitOrTimerCallback WatcherChangeTypes WeakReference
        """;

    private static readonly HashSet<string> Taken = new(Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Whether a type of the framework is called so.</summary>
    public static bool Have(string name) => Taken.Contains(name);
}
